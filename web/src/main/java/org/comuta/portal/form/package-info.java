/** Forms of configuration objects, made from their descriptions. */
package org.comuta.portal.form;
