package dev.varve.processor.evolution;

import dev.varve.processor.Problem;
import dev.varve.processor.Suppression;
import dev.varve.processor.read.Declarations;
import dev.varve.processor.read.Declared;
import dev.varve.processor.read.Model;
import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.plan.Hazard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.tools.Diagnostic;

/** Says at the declarations what may go wrong with migrations. */
final class Hazards {
  private final Declarations declarations;
  private final Evolution evolution;

  Hazards(Model model, Evolution evolution) {
    this.declarations = model.declarations();
    this.evolution = evolution;
  }

  /**
   * A warning for each hazard that isn't accepted, by the first dialect that has it; none for
   * entities that are compiled elsewhere.
   */
  List<Problem> warnings(Collection<Hazard> hazards) {
    List<Problem> warnings = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Hazard hazard : hazards) {
      Optional<Declared> subject = subject(hazard.subject());
      if (subject.isPresent() || !exists(hazard.subject().table())) {
        Problem warning = warning(hazard, subject.orElseGet(declarations::database));
        if (said.add(hazard.code() + " " + hazard.subject())
            && !isAccepted(warning, hazard.subject())) {
          warnings.add(warning);
        }
      }
    }
    return warnings;
  }

  private Optional<Declared> subject(ColumnName subject) {
    QualifiedName table = evolution.renames().table(subject.table());
    return declarations
        .column(subject)
        .or(() -> declarations.table(subject.table()))
        .or(() -> declarations.table(table));
  }

  private boolean exists(QualifiedName name) {
    for (Table table : evolution.to().tables()) {
      if (table.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** A package can't carry {@code @SuppressWarnings}, so there it's no warning. */
  private static Problem warning(Hazard hazard, Declared subject) {
    boolean inPackage = subject.place().element().getKind() == ElementKind.PACKAGE;
    String text =
        name(hazard.subject()) + ": " + sentence(hazard.sentence()) + ' ' + hazard.wayOut();
    return new Problem(
        inPackage ? Diagnostic.Kind.NOTE : Diagnostic.Kind.WARNING,
        hazard.code().name(),
        subject.place(),
        inPackage ? text : text + " Accept it with " + Pastes.suppressed(hazard.code()) + '.');
  }

  private static String name(ColumnName subject) {
    return subject.column().isEmpty() ? subject.table().toString() : subject.toString();
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + '.';
  }

  /** Elsewhere than at the column's own component, and around that. */
  private boolean isAccepted(Problem warning, ColumnName subject) {
    return isAccepted(warning, declarations.database())
        || declarations
            .embedding(subject)
            .filter(embedding -> isAccepted(warning, embedding.component()))
            .isPresent();
  }

  private static boolean isAccepted(Problem warning, Declared declared) {
    return Suppression.of(
        new Problem(warning.kind(), warning.code(), declared.place(), warning.sentence()));
  }
}
