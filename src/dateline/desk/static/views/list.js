/* A list of reports or of one layer's records, with facets. */

import { make } from "../elements.js";
import { COLUMNS } from "../rows.js";
import { facetColumn, filteredSheet, table } from "../sheets.js";
import { plainly, say } from "../strings.js";

export function show(main, page) {
  return filteredSheet(main, page, (data, { address }) => make("div.with-facets", {},
    facetColumn(data.facets, page, { type: plainly, status: plainly, country: v => data.names?.[v] ?? v }),
    data.rows.length > 0 && table(say(`page.${page.name}`), COLUMNS[data.layer], data.rows, { chosen: address.state.sel })));
}
