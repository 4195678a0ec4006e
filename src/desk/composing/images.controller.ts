/** The doors to pictures of replies: add, look, describe, take away. */
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req, Res, StreamableFile } from '@nestjs/common';
import type express from 'express';
import { DescribeImage, ImageBytes, ReplyImages as Images, ReplyImageView } from '#libs/contracts/http/images.js';
import { Id } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../../platform/access/allow.js';
import type { Responder } from '../../platform/access/responder.js';
import { Accepts, Answers, Summary, Tag } from '../../platform/openapi/answers.js';
import { ReplyImages } from './reply-images.js';

@Controller('api/v1/cases/:id/images')
@Tag('cases')
export class ImagesController {
  constructor(private readonly images: ReplyImages) {}

  @Post()
  @Allow('responder')
  @Summary(
    'Add a picture to the answer one writes: JPEG or PNG by its bytes; all that says where and when it was made is taken off',
  )
  @Accepts(ImageBytes, 'The bytes of the picture')
  @Answers(201, ReplyImageView, 'The picture as it is kept', [
    'image-unreadable',
    'image-too-large',
    'too-many-images',
    'images-not-possible',
  ])
  add(
    @Param('id', { schema: Id }) id: string,
    @Req() request: express.Request & { rawBody?: Buffer },
    @CurrentPerson() by: Responder,
  ) {
    return this.images.add(id, request.rawBody ?? Buffer.alloc(0), by);
  }

  @Get()
  @Allow('responder')
  @Summary('List the pictures one has added and not sent')
  @Answers(200, Images, 'Pictures, the first added first')
  list(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder) {
    return this.images.unsent(id, by);
  }

  @Get(':image/content')
  @Allow(...ROLES)
  @Summary('Read a picture: one’s own, or one that went with a reply')
  @Answers(200, ImageBytes, 'The picture')
  async content(
    @Param('id', { schema: Id }) id: string,
    @Param('image', { schema: Id }) image: string,
    @CurrentPerson() by: Responder,
    @Res({ passthrough: true }) response: express.Response,
  ): Promise<StreamableFile> {
    const { type, bytes } = await this.images.bytes(id, image, by);
    // Opened by itself it is a picture and nothing else.
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(bytes, { type, disposition: 'inline; filename="picture"' });
  }

  @Patch(':image')
  @Allow('responder')
  @Summary('Describe a picture for those who cannot see it')
  @Answers(200, ReplyImageView, 'The picture')
  describe(
    @Param('id', { schema: Id }) id: string,
    @Param('image', { schema: Id }) image: string,
    @Body({ schema: DescribeImage }) { alt }: DescribeImage,
    @CurrentPerson() by: Responder,
  ) {
    return this.images.describe(id, image, alt, by);
  }

  @Delete(':image')
  @HttpCode(204)
  @Allow('responder')
  @Summary('Take a picture away that was not sent')
  @Answers(204, null, 'It is gone')
  remove(@Param('id', { schema: Id }) id: string, @Param('image', { schema: Id }) image: string, @CurrentPerson() by: Responder) {
    return this.images.remove(id, image, by);
  }
}
