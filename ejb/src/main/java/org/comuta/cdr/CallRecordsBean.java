package org.comuta.cdr;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.comuta.call.CallRecord;
import org.comuta.cdr.store.CallRecordPage;
import org.comuta.cdr.store.CallRecordQuery;
import org.comuta.cdr.store.CallRecords;

/** Finds call records for portal and API. Blocks while the database works. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CallRecordsBean {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  /** The record of this identity. */
  public Optional<CallRecord> find(String id) {
    try {
      return new CallRecords(source).find(id);
    } catch (SQLException e) {
      throw new EJBException("call records cannot be read", e);
    }
  }

  /**
   * The records that match, from the one at {@code offset} (0 is the first) on.
   *
   * @param size 1 to {@link CallRecords#MOST_PER_PAGE}
   */
  public CallRecordPage page(CallRecordQuery query, long offset, int size) {
    try {
      return new CallRecords(source).page(query, offset, size);
    } catch (SQLException e) {
      throw new EJBException("call records cannot be read", e);
    }
  }

  /**
   * Gives the records that match, one after the other, however many there are.
   *
   * @param most how many at most
   * @param each says whether to go on
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forEach(CallRecordQuery query, long most, Predicate<CallRecord> each) {
    try {
      new CallRecords(source).forEach(query, most, each);
    } catch (SQLException e) {
      throw new EJBException("call records cannot be read", e);
    }
  }
}
