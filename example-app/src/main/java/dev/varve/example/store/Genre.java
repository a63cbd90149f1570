package dev.varve.example.store;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import org.jspecify.annotations.Nullable;

/** A kind of music. */
@Entity
public record Genre(
    @Id @Column(name = "genre_id") int id, @Column(length = 120) @Nullable String name) {}
