package dev.varve.example.store;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named choice of tracks.
 *
 * @param tracks the tracks on it, each once
 */
@Entity
public record Playlist(
    @Id @Column(name = "playlist_id") int id,
    @Column(length = 120) @Nullable String name,
    @Relation(table = "playlist_track") Set<Track> tracks) {}
