package dev.varve.processor.seed;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.binding.EntityBinding;
import dev.varve.processor.binding.JunctionBinding;
import dev.varve.processor.binding.Member;
import dev.varve.processor.binding.Member.ColumnMember;
import dev.varve.processor.binding.Member.EmbeddedMember;
import dev.varve.processor.binding.Member.JunctionMember;
import dev.varve.processor.binding.RelationBinding;
import dev.varve.schema.Column;
import dev.varve.schema.Schema;
import dev.varve.schema.ValueSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The source of an entity's row builder. javac's time for it counts with each compilation of the
 * user's project, so a setter is one assignment: what is set is checked by the engine, later.
 */
final class BuilderSource {
  private static final TypeName OBJECTS = ArrayTypeName.of(Object.class);
  private static final ClassName COLLECTION = ClassName.get("java.util", "Collection");
  private static final ClassName OPERATOR = ClassName.get("java.util.function", "UnaryOperator");
  private static final ClassName METHOD_HANDLES =
      ClassName.get("java.lang.invoke", "MethodHandles");
  private static final String INHERITED = "given";

  /** The most characters of a string in a class file are 65,535 bytes; a descriptor is ASCII. */
  private static final int MAX_CONSTANT = 60_000;

  private final EntityBinding entity;
  private final SeedNames names;
  private final Schema schema;
  private final ClassName self;
  private final Slots slots;
  private final SourceText out;
  private final RecordCode code;
  private final Set<String> signatures = new HashSet<>();
  private boolean generic;

  BuilderSource(EntityBinding entity, SeedNames names, Schema schema) {
    this.entity = entity;
    this.names = names;
    this.schema = schema;
    this.self = names.builder(entity.record());
    this.slots = Slots.of(entity);
    this.out = new SourceText(self.packageName());
    this.code = new RecordCode(entity, slots, out);
    signatures.add("wait(long)");
    signatures.add("equals(java.lang.Object)");
    signatures.add("toRecord(java.lang.Object[])");
    signatures.add("toValues(java.lang.Object)");
    signatures.add("targetSeed(int)");
  }

  /** The whole file. */
  String text() {
    out.name(self);
    out.name(entity.record());
    Descriptor descriptor = Descriptor.of(entity, slots, schema);
    open(descriptor);
    for (Member member : entity.members()) {
      setters("", member);
    }
    for (int i = 0; i < entity.relations().size(); i++) {
      relation(i, entity.relations().get(i));
    }
    conversions();
    targets();
    return out.add("}\n").text();
  }

  private void open(Descriptor descriptor) {
    out.add("/** A row of {@code ").add(comment(entity.table().name().toString()));
    out.add("}: what isn't set is invented if it must not be null. */\n");
    SeedWriter.suppressWarnings(out);
    out.add(entity.isPublic() ? "public final class " : "final class ");
    out.add(self).add(" extends ").add(SeedWriter.ROW_SEED).add(" {\n");
    List<String> parts = parts(descriptor.text());
    for (int i = 0; i < parts.size(); i++) {
      out.add("  private static final ").add(ClassName.get(String.class)).add(" TABLE");
      out.add(i == 0 ? "" : Integer.toString(i)).add(" =\n      \"\"\"\n");
      out.add("      ").add(parts.get(i).strip().replace("\n", "\n      "));
      out.add("\n      \"\"\";\n");
    }
    out.add("  private static final ").add(SeedWriter.TABLE_SHAPE).add(" SHAPE = ");
    out.add(SeedWriter.TABLE_SHAPE).add(".of(TABLE");
    for (int i = 1; i < parts.size(); i++) {
      out.add(".concat(TABLE").add(i).add(")");
    }
    if (descriptor.hasJson()) {
      out.add(", ").add(METHOD_HANDLES).add(".lookup()");
    }
    for (ClassName type : descriptor.classes()) {
      out.add(", ").add(type).add(".class");
    }
    out.add(");\n\n");
    out.add("  ").add(self.simpleName()).add("() {\n    super(SHAPE);\n  }\n");
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (text.length() - start > MAX_CONSTANT) {
      int end = text.lastIndexOf('\n', start + MAX_CONSTANT) + 1;
      parts.add(text.substring(start, end));
      start = end;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String comment(String text) {
    return text.replace("*/", "* /").replace("}", "");
  }

  private void setters(String prefix, Member member) {
    String name =
        prefix.isEmpty() ? member.component() : prefix + JavaNames.capitalized(member.component());
    if (member instanceof ColumnMember column) {
      column(name, column);
    } else if (member instanceof EmbeddedMember embedded) {
      embedded(name, embedded);
    } else if (member instanceof JunctionMember junction) {
      junction(name, junction);
    }
  }

  private void column(String name, ColumnMember member) {
    if (isComputed(member.column())) {
      return;
    }
    generic |= member.type() instanceof ParameterizedTypeName;
    String parameter = open(name, member.type(), false);
    out.add("    given[").add(slots.first(member)).add("] = ");
    if (member.wrappers().isEmpty()) {
      out.add(parameter);
    } else {
      out.add(parameter).add(" == null ? null : ").add(RecordCode.unwrapped(parameter, member));
    }
    close();
  }

  private boolean isComputed(String column) {
    for (Column candidate : entity.table().columns()) {
      if (candidate.name().equals(column)) {
        return candidate.source() instanceof ValueSource.Computed;
      }
    }
    return false;
  }

  private void embedded(String name, EmbeddedMember member) {
    String parameter = open(name, member.record(), false);
    int count = Slots.count(member);
    out.add("    give(").add(slots.first(member)).add(", ");
    out.add(parameter).add(" == null ? new ").add(ClassName.OBJECT).add("[").add(count);
    out.add("] : ");
    code.takeApart(parameter, member.members());
    out.add(")");
    close();
    for (Member part : member.members()) {
      setters(name, part);
    }
  }

  private void junction(String name, JunctionMember member) {
    JunctionBinding junction = code.junction(member);
    TypeName element = junction.element().box();
    generic = true;
    int slot = slots.first(member);
    String parameter = open(name, ArrayTypeName.of(element), true);
    out.add("    given[").add(slot).add("] = ").add(parameter);
    close();
    parameter = open(name, ParameterizedTypeName.get(COLLECTION, element), false);
    out.add("    given[").add(slot).add("] = ").add(parameter);
    close();
  }

  private void relation(int index, RelationBinding relation) {
    int cell = slots.size() + index;
    String parameter = open(relation.name(), relation.target(), false);
    out.add("    given[").add(cell).add("] = ").add(parameter);
    close();
    ClassName builder = names.builder(relation.target());
    parameter = open(relation.name(), ParameterizedTypeName.get(OPERATOR, builder), false);
    out.add("    given[").add(cell).add("] = ").add(parameter);
    out.add(".apply(new ").add(builder).add("())");
    close();
    if (relation.nullable()) {
      String name = "no" + JavaNames.capitalized(relation.name());
      while (!signatures.add(name + "()")) {
        name += '_';
      }
      out.add("\n  public ").add(self).add(" ").add(name).add("() {\n    given[");
      out.add(cell).add("] = null");
      close();
    }
  }

  /** Opens a setter, and returns the name of its parameter. */
  private String open(String name, TypeName type, boolean varargs) {
    String method = JavaNames.identifier(name);
    String erased = type instanceof ParameterizedTypeName p ? p.rawType().toString() : type + "";
    while (!signatures.add(method + '(' + erased + ')')) {
      method += '_';
    }
    String parameter = JavaNames.identifier(name.equals(INHERITED) ? name + '_' : name);
    String written = out.name(type);
    if (varargs) {
      written = written.substring(0, written.length() - 2) + "...";
    }
    out.add("\n  public ").add(self).add(" ").add(method).add("(").add(written);
    out.add(" ").add(parameter).add(") {\n");
    return parameter;
  }

  private void close() {
    out.add(";\n    return this;\n  }\n");
  }

  private void conversions() {
    for (Slot slot : slots.all()) {
      generic |= slot.member() instanceof JunctionMember;
    }
    out.add("\n");
    if (generic) {
      out.add("  @").add(ClassName.get(SuppressWarnings.class)).add("(\"unchecked\")\n");
    }
    out.add("  protected ").add(entity.record()).add(" toRecord(").add(OBJECTS).add(" v) {\n");
    out.add("    return ");
    code.construct();
    out.add(";\n  }\n\n  protected ").add(OBJECTS).add(" toValues(").add(ClassName.OBJECT);
    out.add(" record) {\n    ").add(entity.record()).add(" r = (").add(entity.record());
    out.add(") record;\n    return ");
    code.takeApart("r", entity.members());
    out.add(";\n  }\n");
  }

  private void targets() {
    List<ClassName> targets = new ArrayList<>();
    for (RelationBinding relation : entity.relations()) {
      targets.add(relation.target());
    }
    for (Slot slot : slots.all()) {
      if (slot.member() instanceof JunctionMember member) {
        targets.add(code.junction(member).target());
      }
    }
    if (targets.isEmpty()) {
      return;
    }
    out.add("\n  protected ").add(SeedWriter.ROW_SEED).add(" targetSeed(int relation) {\n");
    out.add("    switch (relation) {\n");
    for (int i = 0; i < targets.size(); i++) {
      out.add(i == targets.size() - 1 ? "      default" : "      case ");
      out.add(i == targets.size() - 1 ? "" : Integer.toString(i)).add(":\n        return new ");
      out.add(names.builder(targets.get(i))).add("();\n");
    }
    out.add("    }\n  }\n");
  }
}
