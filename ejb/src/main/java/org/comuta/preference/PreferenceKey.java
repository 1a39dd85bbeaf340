package org.comuta.preference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Whose choice, and of what. */
@Embeddable
record PreferenceKey(@Column(name = "user_name") String user, String name)
    implements Serializable {}
