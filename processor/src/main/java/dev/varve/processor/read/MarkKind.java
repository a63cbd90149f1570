package dev.varve.processor.read;

import org.jspecify.annotations.Nullable;

/** The annotations that mean something to Varve. */
enum MarkKind {
  ENTITY("Entity"),
  DATABASE("Database"),
  ID("Id"),
  COLUMN("Column"),
  RELATION("Relation"),
  UNIQUE("Unique"),
  INDEX("Index"),
  CHECK("Check"),
  DEFAULT("Default"),
  COMPUTED("Computed"),
  EMBEDDED("Embedded"),
  JSON("Json"),
  ENUMERATED("Enumerated"),
  TRANSIENT("Transient"),
  RENAMED("Renamed"),
  REMOVED("Removed"),
  BACKFILL("Backfill"),
  IRREVERSIBLE("Irreversible"),
  /** Anything with the simple name {@code Nullable}. */
  NULLABLE("Nullable"),
  /** A constraint of {@code jakarta.validation}. */
  CONSTRAINT("");

  private final String simpleName;

  MarkKind(String simpleName) {
    this.simpleName = simpleName;
  }

  /** The kind of Varve's annotation of that simple name; null if there is none. */
  static @Nullable MarkKind ofVarve(String simpleName) {
    for (MarkKind kind : values()) {
      if (kind != NULLABLE && kind != CONSTRAINT && kind.simpleName.equals(simpleName)) {
        return kind;
      }
    }
    return null;
  }
}
