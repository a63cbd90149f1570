package dev.varve.seed.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the texts that suit a column's name. */
final class Wordings {
  private static final int COUNTRY_CODE = 3;
  private static final int ADDRESS = 60;

  private Wordings() {}

  /**
   * The texts for a column.
   *
   * @param most the most characters that it takes
   * @return null if its name says nothing
   */
  static @Nullable Wording of(ColumnLabel label, int most) {
    Wording people = people(label);
    Wording places = people == null ? places(label, most) : people;
    Wording trade = places == null ? trade(label, most) : places;
    Wording prose = trade == null ? prose(label) : trade;
    return prose == null ? technical(label) : prose;
  }

  private static @Nullable Wording people(ColumnLabel label) {
    if (label.is("first-name", "firstname", "given-name", "forename", "middle-name")) {
      return PeopleWords.first();
    }
    if (label.is("last-name", "lastname", "surname", "family-name", "maiden-name")) {
      return PeopleWords.last();
    }
    if (label.is("user-name", "username", "login", "nickname", "nick")) {
      return PeopleWords.user();
    }
    if (label.is("email", "mail", "email-address", "mail-address")) {
      return PeopleWords.email();
    }
    if (label.is("phone", "mobile", "fax", "telephone", "tel", "phone-number", "cell")) {
      return PlaceWords.phone();
    }
    if (label.is("job", "job-title", "position", "occupation", "profession")) {
      return list("jobs");
    }
    boolean named = label.is("full-name", "fullname", "display-name", "contact-name", "person");
    boolean person =
        label.is(
            "author", "contact", "recipient", "sender", "manager", "instructor", "author-name");
    boolean ofPerson =
        label.text().equals("name")
            && label.isIn(
                "customer",
                "user",
                "person",
                "people",
                "employee",
                "member",
                "contact",
                "author",
                "student",
                "teacher",
                "patient",
                "guest",
                "passenger",
                "driver",
                "client",
                "artist");
    return named || person || ofPerson ? PeopleWords.full() : null;
  }

  private static @Nullable Wording places(ColumnLabel label, int most) {
    boolean name = label.text().equals("name");
    if (label.is("city", "town", "birthplace", "city-name") || name && isCities(label)) {
      return PlaceWords.city();
    }
    if (label.is("country-code", "nationality") || label.is("country") && most <= COUNTRY_CODE) {
      return PlaceWords.countryCode(most);
    }
    if (label.is("country", "country-name") || name && label.isIn("country", "countrie")) {
      return PlaceWords.country();
    }
    if (label.is("street", "street-name", "address-line", "line1", "street-address", "address1")) {
      return PlaceWords.street(false);
    }
    if (label.is("address")) {
      return PlaceWords.street(most >= ADDRESS);
    }
    if (label.is("zip", "zip-code", "zipcode", "postal-code", "postcode", "postalcode")) {
      return PlaceWords.postalCode();
    }
    return label.is("house-number", "street-number") ? Codes.digits(999, 0) : null;
  }

  private static boolean isCities(ColumnLabel label) {
    return label.isIn("city", "citie", "town");
  }

  private static @Nullable Wording trade(ColumnLabel label, int most) {
    boolean name = label.text().equals("name");
    if (label.is("company", "company-name", "employer", "organisation", "organization", "vendor")
        || label.is("supplier", "publisher", "manufacturer")
        || name && label.isIn("company", "companie", "organisation", "organization", "tenant")
        || name && label.isIn("vendor", "supplier", "publisher", "shop", "store")) {
      return ProductWords.company();
    }
    if (label.is("brand") || name && label.isIn("brand")) {
      return list("companies");
    }
    if (label.is("product", "product-name", "item", "item-name", "article")
        || name && label.isIn("product", "item", "article", "part")) {
      return ProductWords.product();
    }
    if (label.is("category") || name && label.isIn("category", "categorie")) {
      return list("categories");
    }
    if (label.is("department") || name && label.isIn("department")) {
      return list("departments");
    }
    if (label.is("color", "colour") || name && label.isIn("color", "colour")) {
      return ProductWords.colour();
    }
    if (label.is("currency", "currency-code")) {
      return PlaceWords.currency(most);
    }
    return label.is("genre") ? list("genres") : null;
  }

  private static @Nullable Wording prose(ColumnLabel label) {
    if (label.is("title", "name", "label", "topic", "headline", "caption")) {
      return ProductWords.title();
    }
    if (label.is("subject", "tagline", "slogan")) {
      return ProseWords.sentence();
    }
    boolean prose =
        label.is("description", "body", "text", "content", "comment", "note", "notes", "message")
            || label.is("bio", "summary", "remark", "remarks", "review", "abstract", "details")
            || label.is("about", "feedback", "answer", "reason", "comments", "instructions");
    return prose ? ProseWords.paragraph() : null;
  }

  private static @Nullable Wording technical(ColumnLabel label) {
    if (label.is("slug", "permalink")) {
      return ProductWords.slug();
    }
    if (label.is("url", "website", "homepage", "link", "uri")) {
      return ProductWords.url("");
    }
    if (label.is("image-url", "avatar", "photo", "picture", "logo", "image")) {
      return ProductWords.url(".jpg");
    }
    if (label.is("host", "hostname", "domain")) {
      return ProductWords.host();
    }
    if (label.is("file", "filename", "file-name")) {
      return ProductWords.file();
    }
    Wording words = words(label);
    return words == null ? Codes.of(label) : words;
  }

  private static @Nullable Wording words(ColumnLabel label) {
    if (label.is("mime-type", "content-type", "media-type")) {
      return list("media types");
    }
    if (label.is("timezone", "time-zone", "tz")) {
      return list("zones");
    }
    if (label.is("language", "lang", "locale", "language-code")) {
      return list("languages");
    }
    if (label.is("status", "state")) {
      return list("statuses");
    }
    return label.is("role") ? list("roles") : null;
  }

  private static Wording list(String name) {
    List<String> words = WordLists.get().of(name);
    return RealisticTexts.list(words);
  }
}
