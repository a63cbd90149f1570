package dev.varve.example.store;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a band, who records albums.
 *
 * @param name the name on the sleeve
 */
@Entity
public record Artist(
    @Id @Column(name = "artist_id") int id, @Column(length = 120) @Nullable String name) {}
