package dev.varve.conformance.laws;

import static dev.varve.conformance.laws.Laws.require;

import dev.varve.conformance.laws.LawBroken.Law;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Agreements;
import dev.varve.schema.change.Changes;
import dev.varve.schema.change.Comparison;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.Script;
import java.util.List;

/** The migrations of pairs, and the laws that need no database. */
final class Plans {
  private final Dialect dialect;
  private final Planner planner;

  Plans(Dialect dialect, Planner planner) {
    this.dialect = dialect;
    this.planner = planner;
  }

  /** A pair's migrations. */
  List<Migration> of(Pair pair) throws LawBroken {
    try {
      sameAsItself(pair.from().schema());
      sameAsItself(pair.to().schema());
      Evolution evolution = evolution(pair);
      List<Migration> migrations = planner.plan(evolution, dialect, pair.versions());
      require(
          Law.PLANS_ARE_DETERMINISTIC,
          migrations.equals(planner.plan(evolution(pair), dialect, pair.versions())),
          migrations.toString());
      return migrations;
    } catch (RuntimeException e) {
      throw new LawBroken(Law.THERE_IS_A_PLAN, e.toString(), e);
    }
  }

  private static void sameAsItself(Schema schema) throws LawBroken {
    Comparison same = Comparison.of(schema, schema, Agreements.NONE);
    require(
        Law.NOTHING_DIFFERS_FROM_ITSELF,
        same.evolution().changes().isEmpty() && same.questions().isEmpty(),
        same.evolution().changes() + " " + same.questions());
  }

  private static Evolution evolution(Pair pair) throws LawBroken {
    Schema from = pair.from().schema();
    Schema to = pair.to().schema();
    Comparison comparison = Comparison.of(from, to, AgreementsOf.of(pair.from(), pair.to()));
    require(
        Law.NOTHING_IS_LEFT_TO_ASK,
        comparison.questions().isEmpty(),
        comparison.questions().toString());
    require(
        Law.RENAMES_ARE_FOUND,
        comparison.evolution().renames().equals(RenamesOf.of(pair.from(), pair.to())),
        comparison.evolution().renames().toString());
    Schema reached = Ordered.columns(Changes.apply(from, comparison.evolution().changes()));
    require(
        Law.CHANGES_LEAD_THERE,
        reached.equals(Ordered.columns(to)),
        "\n" + reached + "\nis not\n" + Ordered.columns(to));
    return comparison.evolution();
  }

  /** The changes and the statements, to be read by people. */
  String text(Pair pair) {
    StringBuilder text = new StringBuilder();
    try {
      Evolution evolution =
          Comparison.of(
                  pair.from().schema(), pair.to().schema(), AgreementsOf.of(pair.from(), pair.to()))
              .evolution();
      evolution.changes().forEach(change -> text.append(change).append('\n'));
      List<Migration> migrations = planner.plan(evolution, dialect, pair.versions());
      migrations.forEach(one -> append(text, one.phase() + " up", one.up()));
      for (int i = migrations.size() - 1; i >= 0; i--) {
        append(text, migrations.get(i).phase() + " down", migrations.get(i).down());
      }
    } catch (RuntimeException e) {
      text.append(e);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String title, Script script) {
    text.append("---- ").append(title).append(script.transactional() ? "" : ", no transaction");
    script.irreversible().ifPresent(reason -> text.append(", irreversible: ").append(reason));
    text.append('\n');
    script.statements().forEach(statement -> text.append(statement.sql()).append(";\n"));
  }
}
