package dev.varve.example.store;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A piece of music that can be bought.
 *
 * @param album where it was published, if it was published on an album
 * @param composer who wrote it, as free text
 * @param milliseconds how long it plays
 * @param bytes how large its file is
 * @param unitPrice what it costs today, in dollars
 */
@Entity
public record Track(
    @Id @Column(name = "track_id") int id,
    @Column(length = 200) String name,
    @Relation @Nullable Album album,
    @Relation MediaType mediaType,
    @Relation @Nullable Genre genre,
    @Column(length = 220) @Nullable String composer,
    @Check("{} > 0") int milliseconds,
    @Nullable Integer bytes,
    @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal unitPrice) {}
