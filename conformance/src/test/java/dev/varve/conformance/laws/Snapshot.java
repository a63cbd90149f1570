package dev.varve.conformance.laws;

import dev.varve.catalog.Catalog;
import dev.varve.catalog.CatalogDifference;
import dev.varve.catalog.CatalogReader;
import dev.varve.conformance.laws.LawBroken.Law;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a database holds at a moment, as Varve reads it and as queries find it that know nothing of
 * Varve.
 */
record Snapshot(Dialect dialect, Catalog catalog, SortedSet<String> facts) {
  /** Of a database that holds {@code schema}, or should. */
  static Snapshot of(Engine engine, Schema schema) throws SQLException {
    return new Snapshot(
        engine.dialect, CatalogReader.of(engine.connection).readFor(schema), engine.facts());
  }

  void requireSame(Snapshot expected, Law law) throws LawBroken {
    List<String> differences =
        CatalogDifference.between(expected.catalog.schema(), catalog.schema(), dialect);
    SortedSet<String> missing = new TreeSet<>(expected.facts);
    missing.removeAll(facts);
    SortedSet<String> more = new TreeSet<>(facts);
    more.removeAll(expected.facts);
    Laws.require(
        law,
        differences.isEmpty() && missing.isEmpty() && more.isEmpty(),
        String.join("\n", differences) + "\n  expected " + missing + "\n  found    " + more);
    Laws.require(law, catalog.unmodelled().isEmpty(), catalog.unmodelled().toString());
  }

  /** That it's what a new database is, read without anything that it couldn't read. */
  void requireNew(Engine engine, Schema schema) throws SQLException, LawBroken {
    Schema expected = CatalogReader.of(engine.connection).expected(schema);
    List<String> differences = CatalogDifference.between(expected, catalog.schema(), dialect);
    Laws.require(
        Law.CATALOGS_ARE_READ,
        differences.isEmpty() && catalog.unmodelled().isEmpty(),
        String.join("\n", differences) + catalog.unmodelled());
  }
}
