package dev.varve.processor.read;

import com.palantir.javapoet.ClassName;
import dev.varve.processor.Message;
import dev.varve.processor.binding.RelationBinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Reads {@code @Relation} on records: foreign keys over existing columns. */
final class CompositeRelationReader {
  private final RecordReader records;
  private final KeyReader keys;
  private final ColumnLists lists;
  private final Targets targets;
  private final Problems problems;

  CompositeRelationReader(
      RecordReader records, KeyReader keys, ColumnLists lists, Targets targets, Problems problems) {
    this.records = records;
    this.keys = keys;
    this.lists = lists;
    this.targets = targets;
    this.problems = problems;
  }

  /** Reads those of the draft's entity, whose columns are all known by now. */
  void read(TableDraft draft) {
    Site site = draft.entity().site();
    for (Mark mark : site.marks().each(MarkKind.RELATION)) {
      Optional<TypeElement> target = target(draft, site, mark);
      if (target.isPresent()) {
        read(draft, site, mark, target.get());
      }
    }
  }

  private Optional<TypeElement> target(TableDraft draft, Site site, Mark mark) {
    if (RelationFormReader.isMissing(mark)) {
      return Optional.empty();
    }
    Optional<TypeElement> target = RelationFormReader.named(mark);
    String display = draft.display();
    if (mark.list("columns").isEmpty() || target.isEmpty()) {
      problems.add(Message.RELATION_ON_RECORD, site.place(mark), display);
    } else if (!records.isEntity(target.get())) {
      String name = target.get().getSimpleName().toString();
      problems.add(Message.RELATION_TO_NO_ENTITY, site.place(mark, "value"), display, name);
    } else if (targets.isKnown(target.get(), site, mark, display)) {
      return target;
    }
    return Optional.empty();
  }

  private void read(TableDraft draft, Site site, Mark mark, TypeElement target) {
    List<String> columns = lists.read(draft, site, mark, "columns");
    Optional<Key> key = keys.read(target);
    if (columns == null || key.isEmpty()) {
      return;
    }
    String name = target.getSimpleName().toString();
    if (columns.size() != key.get().columns().size()) {
      problems.add(
          Message.KEY_SIZE_DIFFERS,
          site.place(mark, "columns"),
          draft.display(),
          Integer.toString(columns.size()),
          name,
          String.join(", ", key.get().names()));
    } else if (typesAgree(draft, site, mark, columns, key.get(), name)) {
      draft.relations.add(
          new DraftRelation(
              binding(draft, mark, target, columns, key.get()), site, mark, draft.display()));
    }
  }

  private boolean typesAgree(
      TableDraft draft, Site site, Mark mark, List<String> columns, Key key, String target) {
    boolean agree = true;
    for (int i = 0; i < columns.size(); i++) {
      DraftColumn from = draft.column(columns.get(i));
      PathColumn to = key.columns().get(i);
      if (from != null && !KeyTypes.agree(from.column().type(), to.type())) {
        problems.add(
            Message.KEY_TYPE_DIFFERS,
            site.place(mark, "columns", i),
            from.component().display(),
            TypeText.of(from.component().type()),
            target + '.' + String.join(".", to.path()),
            KeyTypes.display(to.type()));
        agree = false;
      }
    }
    return agree;
  }

  private static RelationBinding binding(
      TableDraft draft, Mark mark, TypeElement target, List<String> columns, Key key) {
    boolean nullable = true;
    for (String column : columns) {
      DraftColumn found = draft.column(column);
      nullable &= found != null && found.column().nullable();
    }
    return new RelationBinding(
        name(draft, target),
        ClassName.get(target),
        RelationReader.foreignKey(draft, mark, columns, key),
        key.paths(),
        false,
        nullable);
  }

  /** The target's name, or a longer one where a component or another relation has it. */
  private static String name(TableDraft draft, TypeElement target) {
    String simple = target.getSimpleName().toString();
    String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    Set<String> taken = RelationReader.takenNames(draft);
    return taken.contains(name) ? NumberedNames.free(name + "Entity", taken) : name;
  }
}
