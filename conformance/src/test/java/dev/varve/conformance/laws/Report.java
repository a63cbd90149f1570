package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import dev.varve.schema.json.SchemaJson;
import dev.varve.schema.sql.SchemaScript;

/** A pair as people can read and repeat it. */
final class Report {
  private Report() {}

  static String of(Pair pair, Dialect dialect) {
    return "from "
        + SchemaJson.write(pair.from().schema())
        + "to "
        + SchemaJson.write(pair.to().schema())
        + AgreementsOf.of(pair.from(), pair.to())
        + "\n"
        + pair.versions()
        + "\n---- from\n"
        + SchemaScript.create(pair.from().schema(), dialect)
        + String.join(";\n", new Rows(pair.from(), pair.rows(), pair.emptyEvery()).inserts(dialect))
        + "\n---- to\n"
        + SchemaScript.create(pair.to().schema(), dialect);
  }
}
