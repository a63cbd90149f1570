package compared;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import dev.varve.Unique;

/** Tables whose CHECKs compare columns that can't be chosen freely. */
public interface Compared {
  @Entity
  @Check("first < last")
  record Span(@Id long id, @Unique long first, @Unique long last) {}

  @Entity
  @Check("one <> two")
  record Code(
      @Id long id,
      @Unique @Column(length = 40) String one,
      @Unique @Column(length = 40) String two) {}

  @Entity
  @Check("number <> old_number")
  record Article(@Id long number, @Unique long oldNumber) {}

  @Entity
  record Sale(@Id long id, @Relation Article article) {}

  @Entity
  record Friend(@Id long id, String name) {}

  @Entity
  @Check("giver_id <> taker_id")
  record Gift(
      @Id long id,
      @Relation(Friend.class) long giverId,
      @Relation(Friend.class) long takerId) {}

  @Entity
  @Check("follower_id <> followed_id")
  record Follow(
      @Id @Relation(Friend.class) long followerId, @Id @Relation(Friend.class) long followedId) {}
}
