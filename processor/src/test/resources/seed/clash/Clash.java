package clash;

import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;

/** Names that builders have already. */
public final class Clash {
  private Clash() {}

  @Entity
  public record Box(@Id long id, String lid, int with, int share) {}

  @Entity
  public record Lid(@Id long id, @Relation Box box) {}

  @Entity
  public record Smoke(@Id long id, String of) {}
}
