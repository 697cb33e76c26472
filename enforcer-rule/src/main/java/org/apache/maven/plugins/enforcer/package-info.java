/**
 * What Maven finds in place of the rules where it cannot load them, only to say so.
 *
 * <p>Enforcer plugins before 3.2.1 look a rule up as a class of this package, and pass over an
 * element for which there is none; newer ones do the same where a rule cannot be created, as on a
 * Java before 17. These classes are compiled for Java 8 and use the plugins' former API.
 */
package org.apache.maven.plugins.enforcer;
