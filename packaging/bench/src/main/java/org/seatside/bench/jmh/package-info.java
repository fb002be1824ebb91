/// JMH benchmarks of reading one frame.
@NullMarked
package org.seatside.bench.jmh;

import org.jspecify.annotations.NullMarked;
