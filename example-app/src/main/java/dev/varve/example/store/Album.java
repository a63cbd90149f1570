package dev.varve.example.store;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;

/**
 * Tracks that were published together.
 *
 * @param title the title on the sleeve
 * @param artist who recorded it
 */
@Entity
public record Album(
    @Id @Column(name = "album_id") int id,
    @Column(length = 160) String title,
    @Relation Artist artist) {}
