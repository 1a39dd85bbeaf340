package org.comuta.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.comuta.listing.SqlFields;
import org.comuta.listing.SqlFields.Field;
import org.comuta.listing.SqlFields.Kind;

/** One save. */
@Entity
@Table(name = "configuration_revision")
class RevisionEntity {
  /** What revisions can be searched and sorted by, in JPQL. */
  static final SqlFields FIELDS =
      new SqlFields(
          Map.of(
              "number", Field.always("r.revision", Kind.NUMBER),
              "author", Field.always("r.author", Kind.TEXT),
              "address", Field.always("r.address", Kind.TEXT),
              "savedAt", Field.always("r.savedAt", Kind.MOMENT),
              "comment", Field.always("r.reason", Kind.TEXT),
              "changes", Field.always("cast(r.changes as long)", Kind.NUMBER)));

  @Id long revision;
  String author;
  String address;

  @Column(name = "saved_at")
  Instant savedAt;

  String reason;
  int changes;

  Revision toRevision() {
    return new Revision(revision, author, address, savedAt, reason, changes);
  }
}
