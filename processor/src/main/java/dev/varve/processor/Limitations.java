package dev.varve.processor;

import dev.varve.processor.read.Model;
import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.sql.Limitation;
import dev.varve.schema.sql.SchemaScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What the records ask for and a dialect can't express. */
final class Limitations {
  private Limitations() {}

  /** A warning at the record for each. */
  static List<Problem> of(Model model, List<TypeElement> entities, Elements elements) {
    List<Problem> problems = new ArrayList<>();
    for (Dialect dialect : model.dialects()) {
      for (Limitation limitation : SchemaScript.limitations(model.schema(), dialect)) {
        TypeElement entity = owners(model, entities, elements).get(limitation.table());
        if (entity != null) {
          problems.add(
              Problem.of(Message.DIALECT_GOES_WITHOUT, Place.of(entity), text(limitation)));
        }
      }
    }
    return problems;
  }

  private static String text(Limitation limitation) {
    String object = limitation.object().isEmpty() ? "" : '.' + limitation.object();
    return '"' + limitation.table().toString() + object + "\": " + limitation.sentence();
  }

  private static Map<QualifiedName, TypeElement> owners(
      Model model, List<TypeElement> entities, Elements elements) {
    Map<String, TypeElement> byName = new HashMap<>();
    for (TypeElement entity : entities) {
      byName.put(elements.getBinaryName(entity).toString(), entity);
    }
    Map<QualifiedName, TypeElement> owners = new HashMap<>();
    for (Table table : model.schema().tables()) {
      TypeElement owner = byName.get(PartialCompilation.owner(table));
      if (owner != null) {
        owners.put(table.name(), owner);
      }
    }
    return owners;
  }
}
