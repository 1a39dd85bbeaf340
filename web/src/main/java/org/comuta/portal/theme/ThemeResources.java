package org.comuta.portal.theme;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Serves the theme {@code comuta}: the one that PrimeFaces brings, in our colours. It is made when
 * it is first asked for. Any thread.
 */
public class ThemeResources extends ResourceHandlerWrapper {
  private static final String SHEET = "theme.css";
  private static final String ORIGINAL = "primefaces-saga-blue";
  private static final String OURS = "primefaces-comuta";

  /** The style sheet under our name, with its colours rewritten. */
  private static final class ThemeSheet extends ResourceWrapper {
    private final byte[] octets;

    ThemeSheet(Resource original, byte[] octets) {
      super(original);
      this.octets = octets;
    }

    @Override
    public String getLibraryName() {
      return OURS;
    }

    @Override
    public String getRequestPath() {
      return getWrapped().getRequestPath().replace(ORIGINAL, OURS);
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(octets);
    }
  }

  private volatile byte @Nullable [] rewritten;

  /** For Faces. */
  public ThemeResources(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public @Nullable Resource createResource(String name, @Nullable String library) {
    if (!SHEET.equals(name) || !OURS.equals(library)) {
      return super.createResource(name, library);
    }
    Resource original = super.createResource(name, ORIGINAL);
    return original == null ? null : new ThemeSheet(original, octets(original));
  }

  private byte[] octets(Resource original) {
    byte[] known = rewritten;
    if (known != null) {
      return known;
    }
    try (InputStream in = original.getInputStream()) {
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      byte[] made = ThemeColors.rewrite(sheet).getBytes(StandardCharsets.UTF_8);
      rewritten = made;
      return made;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
