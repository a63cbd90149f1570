package dev.varve.example;

import dev.varve.example.store.Address;
import dev.varve.example.store.Album;
import dev.varve.example.store.Customer;
import dev.varve.example.store.Employee;
import dev.varve.example.store.Genre;
import dev.varve.example.store.Invoice;
import dev.varve.example.store.MediaType;
import dev.varve.example.store.StoreSeed;
import dev.varve.example.store.Track;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** A small store with a catalogue, a staff, and a few weeks of sales. */
final class DemoData {
  private static final LocalDateTime OPENING = LocalDateTime.of(2026, 1, 5, 9, 0);
  private static final BigDecimal PRICE = new BigDecimal("0.99");

  private final StoreSeed seed;

  DemoData(StoreSeed seed) {
    this.seed = seed;
  }

  /** Inserts everything. */
  void insert() {
    List<Track> tracks = catalogue();
    List<Customer> customers = customers();
    seed.playlist(p -> p.name("Staff picks").tracks(tracks.get(0), tracks.get(3), tracks.get(5)));
    for (int sale = 0; sale < 24; sale++) {
      sell(customers.get(sale % customers.size()), OPENING.plusDays(sale), basket(tracks, sale));
    }
  }

  private List<Track> catalogue() {
    MediaType mpeg = seed.mediaType(m -> m.name("MPEG audio file"));
    Genre jazz = seed.genre(g -> g.name("Jazz"));
    Genre tango = seed.genre(g -> g.name("Tango"));
    Album kind = album("Miles Davis", "Kind of Blue");
    Album hora = album("Astor Piazzolla", "La Camorra");
    Album köln = album("Keith Jarrett", "The Köln Concert");
    return List.of(
        track(kind, jazz, mpeg, "So What", 562_000),
        track(kind, jazz, mpeg, "Blue in Green", 337_000),
        track(kind, jazz, mpeg, "All Blues", 693_000),
        track(hora, tango, mpeg, "Soledad", 436_000),
        track(hora, tango, mpeg, "Fugata", 237_000),
        track(köln, jazz, mpeg, "Part I", 1_561_000));
  }

  private Album album(String artist, String title) {
    return seed.album(a -> a.title(title).artist(b -> b.name(artist)));
  }

  private Track track(Album album, Genre genre, MediaType type, String name, int milliseconds) {
    return seed.track(
        t ->
            t.album(album)
                .genre(genre)
                .mediaType(type)
                .name(name)
                .milliseconds(milliseconds)
                .unitPrice(PRICE));
  }

  private List<Customer> customers() {
    Employee manager =
        seed.employee(e -> e.firstName("Nora").lastName("Edwards").title("Sales Manager"));
    Employee jane = agent("Jane", "Peacock", manager);
    Employee steve = agent("Steve", "Johnson", manager);
    return List.of(
        customer("Luís", "Gonçalves", "São José dos Campos", "Brazil", jane),
        customer("Leonie", "Köhler", "Stuttgart", "Germany", steve),
        customer("Bjørn", "Hansen", "Oslo", "Norway", jane),
        customer("František", "Wichterlová", "Praha", "Czechia", jane));
  }

  private Employee agent(String firstName, String lastName, Employee manager) {
    return seed.employee(
        e ->
            e.firstName(firstName)
                .lastName(lastName)
                .title("Sales Support Agent")
                .reportsTo(manager));
  }

  private Customer customer(
      String firstName, String lastName, String city, String country, Employee rep) {
    return seed.customer(
        c ->
            c.firstName(firstName)
                .lastName(lastName)
                .address(new Address(null, city, null, country, null))
                .supportRep(rep));
  }

  /** Each sale takes another part of the catalogue, so that the answers differ. */
  private static List<Track> basket(List<Track> tracks, int sale) {
    return tracks.subList(sale % 3, sale % 3 + 1 + sale % 4);
  }

  private void sell(Customer customer, LocalDateTime at, List<Track> basket) {
    Invoice invoice =
        seed.invoice(
            i ->
                i.customer(customer)
                    .invoiceDate(at)
                    .billing(customer.address())
                    .total(PRICE.multiply(BigDecimal.valueOf(basket.size()))));
    for (Track track : basket) {
      seed.invoiceLine(
          l -> l.invoice(invoice).track(track).unitPrice(track.unitPrice()).quantity(1));
    }
  }
}
