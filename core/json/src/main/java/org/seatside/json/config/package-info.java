/// YAML files and environment variables become validated configuration records.
@NullMarked
package org.seatside.json.config;

import org.jspecify.annotations.NullMarked;
