/** Starting and stopping the container, alone or with its web application. */
@NullMarked
package org.comuta.sip.container.start;

import org.jspecify.annotations.NullMarked;
