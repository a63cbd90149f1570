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
import dev.varve.processor.read.Model;
import dev.varve.schema.Column;
import dev.varve.schema.ValueSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The source of an entity's row builder. javac's time for it counts with each compilation of the
 * user's project, so it is an interface: methods without bodies cost a fraction of those with.
 */
final class BuilderSource {
  private static final ClassName COLLECTION = ClassName.get("java.util", "Collection");
  private static final ClassName OPERATOR = ClassName.get("java.util.function", "UnaryOperator");

  /** The most characters of a string in a class file are 65,535 bytes; a descriptor is ASCII. */
  private static final int MAX_CONSTANT = 60_000;

  private final EntityBinding entity;
  private final SeedNames names;
  private final Model model;
  private final List<Child> children;
  private final ClassName self;
  private final Slots slots;
  private final SourceText out;
  private final StringBuilder methods = new StringBuilder(1024);
  private final StringBuilder setters = new StringBuilder(512);
  private final Set<String> signatures = new HashSet<>();
  private final Set<String> taken = new HashSet<>(JavaNames.INHERITED);
  private final Map<Integer, String> bySlot = new HashMap<>();
  private int embedded;

  BuilderSource(EntityBinding entity, SeedNames names, Model model, Children children) {
    this.entity = entity;
    this.names = names;
    this.model = model;
    this.children = children.of(entity.record());
    this.self = names.builder(entity.record());
    this.slots = Slots.of(entity);
    this.out = new SourceText(self.packageName());
    signatures.add("wait(long)");
    signatures.add("equals(java.lang.Object)");
  }

  /** The whole file. */
  String text() {
    out.name(self);
    out.name(entity.record());
    for (Member member : entity.members()) {
      setters("", member);
    }
    for (int i = 0; i < entity.relations().size(); i++) {
      relation(i, entity.relations().get(i));
    }
    new ChildMethods(children, names, taken).write(this);
    open(Descriptor.of(entity, slots, model.schema()));
    return out.add(methods.toString()).add("}\n").text();
  }

  private void open(Descriptor descriptor) {
    out.add("/** A row of {@code ").add(comment(entity.table().name().toString()));
    out.add("}: what isn't set is invented if it must not be null. */\n");
    SeedWriter.suppressWarnings(out);
    out.add("@").add(SeedWriter.SEED_TABLE).add("(\n    record = \"");
    out.add(entity.record().reflectionName()).add("\",\n");
    names("types", reflection(descriptor.classes()));
    names("targets", reflection(targets()));
    names("children", childRelations());
    names("needs", needs());
    out.add("    value = {");
    String comma = "";
    for (String part : parts(descriptor.text() + setters)) {
      out.add(comma).add("\n      \"\"\"\n      ");
      out.add(part.strip().replace("\n", "\n      ")).add("\n      \"\"\"");
      comma = ",";
    }
    out.add("\n    })\n").add(entity.isPublic() ? "public " : "");
    out.add("interface ").add(self).add(" extends ");
    out.add(ParameterizedTypeName.get(SeedWriter.ROW_BUILDER, self, entity.record()));
    out.add(" {\n");
  }

  private void names(String member, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    out.add("    ").add(member).add(" = {");
    String comma = "";
    for (String name : names) {
      out.add(comma).add("\"").add(name).add("\"");
      comma = ", ";
    }
    out.add("},\n");
  }

  private static List<String> reflection(List<ClassName> classes) {
    List<String> names = new ArrayList<>(classes.size());
    for (ClassName type : classes) {
      names.add(type.reflectionName());
    }
    return names;
  }

  private List<String> childRelations() {
    List<String> relations = new ArrayList<>();
    for (Child child : children) {
      String builder = names.builder(child.entity()).reflectionName();
      relations.add(builder + ' ' + Descriptor.word(child.constraint()));
    }
    return relations;
  }

  private List<String> needs() {
    List<String> setters = new ArrayList<>();
    List<Parameter> needs = Parameter.of(entity, model.dialects());
    for (Slot slot : slots.all()) {
      for (Parameter need : needs) {
        if (need.name().equals(slot.name())) {
          setters.add(bySlot.getOrDefault(slot.index(), slot.name()));
        }
      }
    }
    return setters;
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
      if (!isComputed(column.column())) {
        int slot = slots.first(column);
        bySlot.put(slot, setter(name, column.type(), false, "slot", slot));
      }
    } else if (member instanceof EmbeddedMember record) {
      setter(name, record.record(), false, "embedded", embedded++);
      for (Member part : record.members()) {
        setters(name, part);
      }
    } else if (member instanceof JunctionMember junction) {
      TypeName element = junction(junction).element().box();
      int slot = slots.first(junction);
      setter(name, ArrayTypeName.of(element), true, "many", slot);
      setter(name, ParameterizedTypeName.get(COLLECTION, element), false, "many", slot);
      ClassName builder = names.builder(junction(junction).target());
      newRows(name, builder, junction(junction).byRecord(), slot);
    }
  }

  private boolean isComputed(String column) {
    for (Column candidate : entity.table().columns()) {
      if (candidate.name().equals(column)) {
        return candidate.source() instanceof ValueSource.Computed;
      }
    }
    return false;
  }

  private void relation(int index, RelationBinding relation) {
    String name = relation.name();
    setter(name, relation.target(), false, "relation", index);
    ClassName builder = names.builder(relation.target());
    setter(name, ParameterizedTypeName.get(OPERATOR, builder), false, "relation", index);
    TypeName reference = ParameterizedTypeName.get(SeedWriter.REF, relation.target());
    setter(name, reference, false, "relation", index);
    if (relation.nullable()) {
      String method = "no" + JavaNames.capitalized(name);
      while (!signatures.add(method + "()")) {
        method += '_';
      }
      taken.add(method);
      methods.append("\n  ").append(out.name(self)).append(' ').append(method).append("();\n");
      told(method, "none", index);
    }
  }

  /** Writes a setter, and the line of the descriptor that says what it sets. */
  private String setter(String name, TypeName type, boolean varargs, String kind, int place) {
    String method = JavaNames.setter(name);
    String erased = type instanceof ParameterizedTypeName p ? p.rawType().toString() : type + "";
    while (!signatures.add(method + '(' + erased + ')')) {
      method += '_';
    }
    taken.add(method);
    String written = out.name(type);
    if (varargs) {
      written = written.substring(0, written.length() - 2) + "...";
    }
    methods.append("\n  ").append(out.name(self)).append(' ').append(method);
    methods.append('(').append(written).append(' ');
    methods.append(JavaNames.identifier(name)).append(");\n");
    told(method, kind, place);
    return method;
  }

  /** Rows that are made for a many-to-many relation. A number might be a key. */
  private void newRows(String name, ClassName builder, boolean byRecord, int slot) {
    String method = JavaNames.setter(name);
    rows(method, "", builder, byRecord, "link", slot);
  }

  /**
   * Writes methods that make rows.
   *
   * @param method the name of them all
   * @param needs the parameters of values that can't be invented
   */
  void rows(
      String method, String needs, ClassName builder, boolean counted, String kind, int place) {
    row(method, needs, builder);
    rows(method, builder, counted);
    told(method, kind, place);
  }

  void row(String method, String needs, ClassName builder) {
    String comma = needs.isEmpty() ? "" : ", ";
    TypeName operator = ParameterizedTypeName.get(OPERATOR, builder);
    declare(method, needs + comma + out.name(operator) + " row");
  }

  void rows(String method, ClassName builder, boolean counted) {
    if (counted) {
      declare(method, "int count");
    }
    TypeName plan = ParameterizedTypeName.get(SeedWriter.ROW_PLAN, builder);
    declare(method, "int count, " + out.name(plan) + " row");
  }

  void declare(String method, String parameters) {
    methods.append("\n  ").append(out.name(self)).append(' ').append(method);
    methods.append('(').append(parameters).append(");\n");
  }

  String parameters(List<Parameter> needs) {
    return Parameter.list(needs, out);
  }

  void told(String method, String kind, int place) {
    String line = "set " + Descriptor.word(method) + ' ' + kind + ' ' + place + '\n';
    // Overloads that set the same follow each other.
    if (setters.length() < line.length()
        || !setters.substring(setters.length() - line.length()).equals(line)) {
      setters.append(line);
    }
  }

  private List<ClassName> targets() {
    List<ClassName> targets = new ArrayList<>();
    for (RelationBinding relation : entity.relations()) {
      targets.add(names.builder(relation.target()));
    }
    for (Slot slot : slots.all()) {
      if (slot.member() instanceof JunctionMember member) {
        targets.add(names.builder(junction(member).target()));
      }
    }
    return targets;
  }

  private JunctionBinding junction(JunctionMember member) {
    for (JunctionBinding junction : entity.junctions()) {
      if (junction.component().equals(member.component())) {
        return junction;
      }
    }
    throw new IllegalStateException(
        entity.record() + " has no junction table for " + member.component());
  }
}
