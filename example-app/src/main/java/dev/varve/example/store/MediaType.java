package dev.varve.example.store;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import org.jspecify.annotations.Nullable;

/** How a track is encoded. */
@Entity
public record MediaType(
    @Id @Column(name = "media_type_id") int id, @Column(length = 120) @Nullable String name) {}
