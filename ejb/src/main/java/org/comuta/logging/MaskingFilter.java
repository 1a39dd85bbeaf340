package org.comuta.logging;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.comuta.logging.line.Masking;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Lets everything through, without secrets. For the handlers of the server itself, which write what
 * they are given. Any thread.
 */
final class MaskingFilter implements Filter {
  @Override
  public boolean isLoggable(LogRecord record) {
    String text = LineHandler.message(record);
    String masked = Masking.mask(text);
    if (!masked.equals(text)) {
      record.setParameters(null);
      if (record instanceof ExtLogRecord extended) {
        extended.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
      } else {
        record.setMessage(masked);
      }
    }
    return true;
  }
}
