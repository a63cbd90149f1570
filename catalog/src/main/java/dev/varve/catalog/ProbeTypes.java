package dev.varve.catalog;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The enum types of a probe. Those that the database hasn't, or has without some of the values, are
 * made for the time being. One without a schema keeps its name; one of a schema gets another, since
 * two schemas may have types of one name, and its own name is put in its place afterwards.
 */
final class ProbeTypes {
  private static final String TYPE = "varve_expected_type_";

  private final Identifiers names = Identifiers.of(Dialect.POSTGRESQL);
  private final List<EnumType> missing = new ArrayList<>();
  private final Map<QualifiedName, QualifiedName> probes = new HashMap<>();

  private ProbeTypes() {}

  /** The types of {@code schema}, in a database that has {@code existing}. */
  static ProbeTypes of(Schema schema, List<EnumType> existing) {
    Map<QualifiedName, EnumType> byName = new HashMap<>();
    for (EnumType type : existing) {
      byName.put(type.name(), type);
    }
    ProbeTypes types = new ProbeTypes();
    for (EnumType type : schema.enumTypes()) {
      EnumType real = byName.get(type.name());
      if (real == null || !real.values().containsAll(type.values())) {
        types.addMissing(type);
      }
    }
    return types;
  }

  private void addMissing(EnumType type) {
    QualifiedName name =
        type.name().schema().isEmpty() ? type.name() : QualifiedName.of(TYPE + missing.size());
    missing.add(new EnumType(name, type.values(), "", ""));
    probes.put(type.name(), name);
  }

  /** The types to make. */
  List<EnumType> missing() {
    return missing;
  }

  /** Whether a type is made of enum values. */
  static boolean isEnum(ColumnType type) {
    return type instanceof NativeEnum
        || type instanceof Array array && array.element() instanceof NativeEnum;
  }

  /** The type that stands for another in the probe. */
  ColumnType probe(ColumnType type) {
    if (type instanceof NativeEnum nativeEnum) {
      return new NativeEnum(probes.getOrDefault(nativeEnum.type(), nativeEnum.type()));
    }
    return type instanceof Array array ? new Array(probe(array.element())) : type;
  }

  /** An expression of the probe with the types that are meant. */
  Sql meant(Sql sql) {
    String text = sql.in(Dialect.POSTGRESQL).orElse("");
    if (!text.contains(TYPE)) {
      return sql;
    }
    for (Map.Entry<QualifiedName, QualifiedName> entry : probes.entrySet()) {
      String probe = entry.getValue().name();
      if (probe.startsWith(TYPE)) {
        String meant = Matcher.quoteReplacement(names.quoted(entry.getKey()));
        text = Pattern.compile(probe + "\\b").matcher(text).replaceAll(meant);
      }
    }
    return Sql.only(Dialect.POSTGRESQL, text);
  }
}
