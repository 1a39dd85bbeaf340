/**
 * The resource adapter of the media engine (Jakarta Connectors 2.1): how applications in the server
 * come to the engine, and how allocations they lost are won back.
 */
@NullMarked
package org.comuta.media.ra;

import org.jspecify.annotations.NullMarked;
