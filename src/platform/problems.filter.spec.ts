import { describe, expect, it } from '@jest/globals';
import {
  BadRequestException,
  ForbiddenException,
  HttpException,
  InternalServerErrorException,
  NotFoundException,
} from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { ERRORS, Problem, type ErrorCode } from '#libs/contracts/error-codes.js';
import { DeskError } from './errors.js';
import { toDeskError, toProblem } from './problems.filter.js';

const coded = (message: string, code: string) => Object.assign(new Error(message), { code });

describe('toDeskError', () => {
  it.each([
    ['a named refusal', new DeskError('case-resolved'), 'case-resolved'],
    ['PostgreSQL going down', new QueryFailedError('select 1', [], coded('terminating connection', '57P01')), 'database-away'],
    ['PostgreSQL starting', coded('the database system is starting up', '57P03'), 'database-away'],
    ['nobody listening', coded('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'), 'database-away'],
    ['every address refused', new AggregateError([coded('x', 'ECONNREFUSED')]), 'database-away'],
    ['a cut connection', new Error('Connection terminated unexpectedly'), 'database-away'],
    ['a full pool', new Error('timeout exceeded when trying to connect'), 'database-away'],
    ['a server that takes no connection', new Error('timeout expired'), 'database-away'],
    ['a unique violation we did not expect', new QueryFailedError('insert', [], coded('duplicate key', '23505')), 'internal'],
    ['a bug', new TypeError('x is undefined'), 'internal'],
    ['something thrown that is no error', 'text', 'internal'],
    ['nothing thrown', undefined, 'internal'],
    ['our own 500', new InternalServerErrorException('secret'), 'internal'],
    ['Nest: bad request', new BadRequestException('odd'), 'bad-request'],
    ['Nest: forbidden', new ForbiddenException(), 'not-allowed'],
    ['Nest: not found', new NotFoundException(), 'not-found'],
    ['Nest: too large', new HttpException('too large', 413), 'too-large'],
    ['Nest: teapot', new HttpException('teapot', 418), 'bad-request'],
    ['body-parser', Object.assign(new Error('request entity too large'), { status: 413, expose: true }), 'too-large'],
  ] as [string, unknown, ErrorCode][])('%s', (_, error, code) => {
    expect(toDeskError(error).code).toBe(code);
  });
});

describe('toProblem', () => {
  it('fits the contract for every code', () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const problem = Problem.parse(toProblem(new DeskError(code), 'ref'));
      expect(problem).toMatchObject({
        code,
        status: ERRORS[code].status,
        title: ERRORS[code].title,
        instance: 'urn:earshot:request:ref',
      });
    }
  });

  it('leaks nothing of a fault of ours but a reference', () => {
    const problem = toProblem(toDeskError(new Error('password=hunter2 at /srv/desk.ts:3')), 'ref-1');
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    expect(problem.detail).toContain('ref-1');
  });

  it('keeps the place and the facts of a refusal', () => {
    const error = new DeskError('case-already-claimed', 'Ada has it', {
      data: { owner: 'Ada' },
      errors: [{ at: 'x', message: 'y' }],
    });
    expect(toProblem(error, 'r')).toMatchObject({
      detail: 'Ada has it',
      data: { owner: 'Ada' },
      errors: [{ at: 'x', message: 'y' }],
    });
  });
});
