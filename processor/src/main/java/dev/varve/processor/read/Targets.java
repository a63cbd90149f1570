package dev.varve.processor.read;

import dev.varve.processor.Message;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The entities that relations may lead to: those read now, and those whose tables are kept. */
final class Targets {
  private final Set<TypeElement> entities;
  private final Kept kept;
  private final Elements elements;
  private final Problems problems;

  Targets(Set<TypeElement> entities, Kept kept, Elements elements, Problems problems) {
    this.entities = entities;
    this.kept = kept;
    this.elements = elements;
    this.problems = problems;
  }

  boolean isKnown(RelationForm form, Site site, Mark relation, String display) {
    return isKnown(form.target(), site, relation, display);
  }

  /** Whether there is a table for {@code target}; else that is a problem. */
  boolean isKnown(TypeElement target, Site site, Mark relation, String display) {
    if (entities.contains(target)
        || kept.table(elements.getBinaryName(target).toString()) != null) {
      return true;
    }
    problems.add(
        Message.TARGET_NOT_COMPILED,
        site.place(relation, "value"),
        display,
        target.getSimpleName().toString());
    return false;
  }
}
