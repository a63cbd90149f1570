package dev.varve.schema.plan;

import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.OfTable;
import dev.varve.schema.change.Fill;
import dev.varve.schema.sql.PostgresActions;
import dev.varve.schema.sql.PostgresOnline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A column's values are replaced by others while no CHECK lists them. */
final class WordStatements {
  private final PostgresActions actions = new PostgresActions();
  private final PostgresOnline online = new PostgresOnline();
  private final QualifiedName table;
  private final LargeTables large;

  /** The names of the CHECKs that go. */
  private final List<String> former = new ArrayList<>();

  private final List<String> drops = new ArrayList<>();
  private final List<String> adds = new ArrayList<>();
  private final List<String> validations = new ArrayList<>();
  private String update = "";
  private String updated = "";

  /** The constraint that remembers that values were converted; empty: they may be again. */
  private String once = "";

  /** Whether a word takes the place of another that is replaced, too. */
  private boolean chained;

  private WordStatements(QualifiedName table, LargeTables large) {
    this.table = table;
    this.large = large;
  }

  static List<Statement> of(List<Change> changes, LargeTables large) {
    WordStatements words = new WordStatements(((OfTable) changes.get(0)).table(), large);
    for (Change change : changes) {
      words.take(change);
    }
    return words.statements();
  }

  private void take(Change change) {
    if (change instanceof DropConstraint drop) {
      former.add(drop.constraint().name());
      drops.add(actions.dropConstraintIfExists(drop.constraint().name()));
    } else if (change instanceof AddConstraint add) {
      adds.add(actions.dropConstraintIfExists(add.constraint().name()));
      adds.add(actions.addNotValid(add.constraint()));
      validations.add(actions.alter(table, actions.validate(add.constraint().name())));
    } else if (change instanceof AlterColumn alter
        && alter.fill() instanceof Fill.Replaced replaced) {
      Map<String, String> words = replaced.words();
      update = online.replaceWords(table, alter.to(), words);
      updated = alter.to().name();
      chained = words.values().stream().anyMatch(words::containsKey);
    } else if (change instanceof AlterColumn alter && Columns.isGiven(alter.fill())) {
      update = online.setAll(table, alter.to().name(), Columns.given(alter.fill()));
      once = Names.fit(table.name() + '_' + alter.to().name(), "converted_check");
    }
  }

  private List<Statement> statements() {
    List<Statement> all = new ArrayList<>();
    if (!once.isEmpty()) {
      all.add(
          new Statement(
              "All rows get another value, which must not happen twice: a constraint remembers it.",
              online.once(table, once, drops, update, adds)));
      all.add(Statement.of(actions.alter(table, actions.dropConstraintIfExists(once))));
    } else if (chained && !former.isEmpty()) {
      all.add(
          new Statement(
              "Words take each other's place: that must not happen twice.",
              online.whileValid(table, former.get(0), drops, update, adds)));
    } else {
      separately(all);
    }
    all.addAll(Statement.all(validations.toArray(new String[0])));
    return all;
  }

  private void separately(List<Statement> all) {
    boolean updates = !update.isEmpty();
    if (!drops.isEmpty() && (updates || adds.isEmpty())) {
      all.add(Statement.of(actions.alter(table, drops)));
    }
    if (updates) {
      all.add(large.update("", table, updated, update));
    }
    if (!adds.isEmpty()) {
      all.add(Statement.of(actions.alter(table, updates ? adds : merged(drops, adds))));
      if (updates) {
        all.add(large.update(OnlineStatements.MEANWHILE, table, updated, update));
      }
    }
  }

  private static List<String> merged(List<String> drops, List<String> adds) {
    List<String> merged = new ArrayList<>(drops);
    for (String add : adds) {
      if (!merged.contains(add)) {
        merged.add(add);
      }
    }
    return merged;
  }
}
