/** The part of better-sqlite3 that the servers of the local network use, over Node's own SQLite: nothing to compile. */
const { DatabaseSync } = require('node:sqlite');

/** Extended result codes that the servers look at. Source: sqlite.org/rescode.html */
const CODES = {
  5: 'SQLITE_BUSY',
  261: 'SQLITE_BUSY_RECOVERY',
  517: 'SQLITE_BUSY_SNAPSHOT',
  773: 'SQLITE_BUSY_TIMEOUT',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
};

function named(error) {
  if (error !== null && typeof error === 'object' && 'errcode' in error) error.code = CODES[error.errcode] ?? 'SQLITE_ERROR';
  return error;
}

function attempt(work) {
  try {
    return work();
  } catch (error) {
    throw named(error);
  }
}

/** Blobs come as Buffers there. */
function rowOf(row) {
  for (const [name, value] of Object.entries(row))
    if (value instanceof Uint8Array) row[name] = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return row;
}

class Statement {
  constructor(statement) {
    this.statement = statement;
    this.reader = statement.columns().length > 0;
  }
  all(values = []) {
    return attempt(() => this.statement.all(...values).map(rowOf));
  }
  run(values = []) {
    return attempt(() => this.statement.run(...values));
  }
  *iterate(values = []) {
    for (const row of this.statement.iterate(...values)) yield rowOf(row);
  }
}

module.exports = class Database {
  constructor(file, { timeout = 0 } = {}) {
    this.database = new DatabaseSync(file, { timeout });
  }
  prepare(sql) {
    return attempt(() => new Statement(this.database.prepare(sql)));
  }
  pragma(words) {
    return this.prepare(`PRAGMA ${words}`).all();
  }
  exec(sql) {
    attempt(() => this.database.exec(sql));
  }
  close() {
    if (this.database.isOpen) this.database.close();
  }
};
