package org.comuta.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API; its resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
