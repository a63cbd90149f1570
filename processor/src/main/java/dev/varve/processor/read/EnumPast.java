package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Reads what enums say about their former constants.
 *
 * @param marks reads annotations
 */
record EnumPast(MarkReader marks) {
  /**
   * Reads the enums that columns store.
   *
   * @param stored the enums by their binary names
   */
  List<Clause> read(Map<String, TypeElement> stored) {
    List<Clause> clauses = new ArrayList<>();
    stored.forEach((name, type) -> read(name, type, clauses));
    return clauses;
  }

  private void read(String name, TypeElement type, List<Clause> clauses) {
    Site site = new Site(type, marks.read(type));
    String display = type.getSimpleName().toString();
    for (Mark mark : site.marks().each(MarkKind.REMOVED)) {
      ClauseDraft said = new ClauseDraft();
      said.removedValues.put(name, Map.of(mark.text("value"), mark.text("replaceWith")));
      clauses.add(said.clause(site.place(mark, "from"), mark.display() + " on \"" + display + '"'));
    }
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        constant(name, display, member, clauses);
      }
    }
  }

  private void constant(String name, String display, Element member, List<Clause> clauses) {
    Site site = new Site(member, marks.read(member));
    String constant = member.getSimpleName().toString();
    for (Mark mark : site.marks().each(MarkKind.RENAMED)) {
      ClauseDraft said = new ClauseDraft();
      said.renamedValues.put(name, Map.of(constant, mark.text("from")));
      clauses.add(
          said.clause(
              site.place(mark, "from"),
              mark.display() + " on \"" + display + '.' + constant + '"'));
    }
  }
}
