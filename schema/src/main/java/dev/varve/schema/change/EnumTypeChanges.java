package dev.varve.schema.change;

import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import java.util.HashMap;
import java.util.Map;

/**
 * What becomes of the values of enum types.
 *
 * @param renamed for a type by its former name, the new name of each renamed value
 * @param replaced for a type by its present name, what rows get instead of a value that is gone
 */
record EnumTypeChanges(
    Map<QualifiedName, Map<String, String>> renamed,
    Map<QualifiedName, Map<String, String>> replaced) {

  static EnumTypeChanges of(
      Schema from,
      Schema to,
      Map<QualifiedName, QualifiedName> renames,
      Agreements agreements,
      Uses uses) {
    Map<QualifiedName, EnumType> present = new HashMap<>();
    for (EnumType type : to.enumTypes()) {
      present.put(type.name(), type);
    }
    EnumTypeChanges changes = new EnumTypeChanges(new HashMap<>(), new HashMap<>());
    for (EnumType type : from.enumTypes()) {
      EnumType other = present.get(renames.getOrDefault(type.name(), type.name()));
      if (other != null) {
        WordChange change =
            WordChange.of(type.values(), other.values(), other.origin(), agreements);
        uses.words(other.origin(), change);
        if (!change.renamed().isEmpty()) {
          changes.renamed.put(type.name(), change.renamed());
        }
        if (!change.replaced().isEmpty()) {
          changes.replaced.put(other.name(), change.replaced());
        }
      }
    }
    return changes;
  }
}
