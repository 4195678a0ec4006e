/** What can be listened to, with the form of each kind's settings. */
import { Controller, Get } from '@nestjs/common';
import { pageOf, type Page } from '#libs/contracts/values.js';
import { ConnectorView } from '#libs/contracts/views/source.js';
import { ALL_CONNECTORS } from '../connectors/all-connectors.js';
import { Allow } from '../platform/access/allow.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { settingsFields } from './settings-fields.js';

@Controller('api/v1/connectors')
@Tag('sources')
export class ConnectorsController {
  @Get()
  @Allow('administrator', 'manager')
  @Summary('List the kinds of sources and the settings each takes')
  @Answers(200, pageOf(ConnectorView), 'All kinds, on one page')
  list(): Page<ConnectorView> {
    const items = ALL_CONNECTORS.map((connector) => ({
      kind: connector.kind,
      fields: settingsFields(connector),
      polls: connector.poll !== undefined,
      receives: connector.receive !== undefined,
      replies: connector.replies !== undefined,
    }));
    return { items, nextCursor: null };
  }
}
