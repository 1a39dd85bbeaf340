package org.comuta.configuration;

import jakarta.ejb.ApplicationException;

/** Why a request about the configuration was refused. Nothing was changed. */
@ApplicationException(inherited = true, rollback = true)
public abstract sealed class ConfigurationException extends RuntimeException
    permits InvalidConfigurationException,
        NotFoundException,
        ObjectInUseException,
        StaleObjectException {
  private static final long serialVersionUID = 1L;

  ConfigurationException(String message) {
    super(message);
  }
}
