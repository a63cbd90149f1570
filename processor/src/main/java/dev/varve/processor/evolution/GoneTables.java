package dev.varve.processor.evolution;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.processor.Problem;
import dev.varve.processor.read.Clause;
import dev.varve.processor.read.Declarations;
import dev.varve.processor.read.Declared;
import dev.varve.processor.read.Model;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.change.Question.TableGone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks what became of tables that are gone. */
final class GoneTables {
  private final Model model;
  private final Declarations declarations;

  GoneTables(Model model) {
    this.model = model;
    this.declarations = model.declarations();
  }

  Problem problem(TableGone gone) {
    List<Declared> candidates = new ArrayList<>();
    for (QualifiedName candidate : gone.candidates()) {
      declarations.table(candidate).ifPresent(candidates::add);
    }
    String renamed =
        candidates.isEmpty()
            ? ""
            : "write "
                + Pastes.renamed(gone.table().toString())
                + " before "
                + Pastes.names(candidates)
                + " if it is the same, or, ";
    return Problem.of(
        Message.TABLE_GONE,
        candidates.isEmpty() ? place(gone) : candidates.get(0).place(),
        gone.table().toString(),
        origin(gone),
        renamed + removal(gone));
  }

  private static String origin(TableGone gone) {
    String origin = gone.origin().replace('#', '.');
    return origin.isEmpty() ? "" : " (of " + origin + ')';
  }

  /** A junction table's record may still be there; else nothing is left but the database. */
  private Place place(TableGone gone) {
    String origin = gone.origin();
    int component = origin.indexOf('#');
    Optional<Declared> owner = Optional.empty();
    if (component >= 0) {
      for (Table table : model.schema().tables()) {
        if (table.origin().equals(origin.substring(0, component))) {
          owner = declarations.table(table.name());
        }
      }
    }
    return owner.orElseGet(declarations::database).place();
  }

  private String removal(TableGone gone) {
    Set<String> removed = new TreeSet<>();
    for (Clause clause : model.past().clauses()) {
      removed.addAll(clause.says().removedTables());
    }
    removed.add(gone.table().toString());
    String paste = "removed = " + Pastes.array(removed);
    if (declarations.hasDatabase()) {
      return "if it may go, write "
          + paste
          + " into @Database of "
          + declarations.database().name();
    }
    String place =
        model.packageName().isEmpty()
            ? "before one of the types"
            : "before \"package " + model.packageName() + ";\" in its package-info.java";
    return "if it may go, write @Database(" + paste + ") " + place;
  }
}
