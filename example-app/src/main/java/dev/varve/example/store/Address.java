package dev.varve.example.store;

import dev.varve.Column;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody lives or gets mail; no entity, but columns of the tables that embed it.
 *
 * @param street street and number
 * @param state state or province, where the country has them
 */
public record Address(
    @Column(name = "address", length = 70) @Nullable String street,
    @Column(length = 40) @Nullable String city,
    @Column(length = 40) @Nullable String state,
    @Column(length = 40) @Nullable String country,
    @Column(length = 10) @Nullable String postalCode) {}
