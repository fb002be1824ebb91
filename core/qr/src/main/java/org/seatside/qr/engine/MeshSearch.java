package org.seatside.qr.engine;

import java.util.Arrays;

/// Bends a grid to crumpled paper where [MeshFit], which goes uphill from the plane, ends in the module next door.
/// Data modules say where their middle is but not which module they are, so each node alone has several good places
/// a module apart; of those the ones are chosen that together bend least, with the function patterns as fixed
/// points: the least energy of a Markov random field, by tree-reweighted message passing (Kolmogorov, "Convergent
/// tree-reweighted message passing for energy minimization", IEEE Transactions on Pattern Analysis and Machine
/// Intelligence 28, 2006).
final class MeshSearch {
    private static final double MODULES_PER_NODE = 1.5;
    private static final int STEPS_PER_MODULE = 3;

    /// In steps: modules lie up to so far from where the plane has them.
    private static final int REACH = 8;

    private static final int SIDE = 2 * REACH + 1;
    private static final int PLACES = SIDE * SIDE;

    /// Larger symbols have many alignment patterns to follow, and would take long.
    private static final int LARGEST_DIMENSION = 57;

    private static final int MOST_NODES = Grid.MOST_NODES * Grid.MOST_NODES;
    private static final int MARGIN = REACH / STEPS_PER_MODULE + 3;
    private static final int FINE_SIDE = (LARGEST_DIMENSION + 2 * MARGIN) * STEPS_PER_MODULE;
    private static final double WINDOW = 2;
    private static final int WINDOW_RADIUS = 4;
    private static final int ROUNDS = 4;

    /// In steps: no paper is torn so far from one node to the next.
    private static final int MOST_STRAIN = 3;

    private static final float CLEAR = 1.3f;

    /// For a module further or nearer from one node to the next.
    private static final float STIFFNESS = 0.3f;

    private static final int RIGHT = 0;
    private static final int LEFT = 1;
    private static final int DOWN = 2;
    private static final int UP = 3;

    /// Of what a node knows, for each of its two neighbours in the order of a pass.
    private static final float SHARE = 0.5f;

    private final LocalThreshold threshold = new LocalThreshold();
    private final float[] values = new float[LARGEST_DIMENSION * LARGEST_DIMENSION];
    private final float[] thresholds = new float[LARGEST_DIMENSION * LARGEST_DIMENSION];
    private final float[] deviations = new float[LARGEST_DIMENSION * LARGEST_DIMENSION];

    /// How light it is, every third of a module.
    private final float[] fine = new float[FINE_SIDE * FINE_SIDE];

    private final float[] strain = new float[MOST_STRAIN + 1];
    private final float[] message = new float[PLACES];
    private final float[] along = new float[PLACES];

    /// Of each node for each place, and what its neighbours say to that: made when first needed.
    private float[] energy = new float[0];

    private final float[][] said = new float[4][];
    private int[] places = new int[0];
    private int stride;
    private int nodes;

    /// Whether a symbol is not too large.
    static boolean suits(SymbolVersion version) {
        return version.dimension() <= LARGEST_DIMENSION;
    }

    /// Lays a new mesh over the symbol.
    ///
    /// @param start where the modules are looked for: on a plane, or on a mesh that is right in parts
    /// @param mesh receives it; another grid
    /// @return false if the deadline passed
    boolean search(Grid start, Grid mesh, SymbolVersion version, GreyView view, Deadline deadline) {
        mesh.copy(start);
        mesh.addMesh(MODULES_PER_NODE);
        nodes = mesh.nodes();
        prepare();
        return sampleFinely(start, version, view, deadline)
                && weigh(mesh, version, deadline)
                && pass(deadline)
                && place(start, mesh, deadline);
    }

    private void prepare() {
        if (energy.length == 0) {
            energy = new float[MOST_NODES * PLACES];
            places = new int[MOST_NODES];
            Arrays.setAll(said, _ -> new float[MOST_NODES * PLACES]);
            for (int i = 0; i <= MOST_STRAIN; i++) {
                strain[i] = STIFFNESS * i * i / (STEPS_PER_MODULE * STEPS_PER_MODULE);
            }
        }
        for (float[] messages : said) {
            Arrays.fill(messages, 0, nodes * nodes * PLACES, 0);
        }
    }

    private boolean sampleFinely(Grid grid, SymbolVersion version, GreyView view, Deadline deadline) {
        int d = version.dimension();
        if (!ModuleSampler.fivePoints(grid, view, values, deadline)) {
            return false;
        }
        threshold.mean(values, d, WINDOW_RADIUS, thresholds);
        threshold.deviation(values, d, WINDOW_RADIUS, thresholds, deviations);
        stride = (d + 2 * MARGIN) * STEPS_PER_MODULE;
        for (int row = 0; row < stride; row++) {
            if (deadline.passed()) {
                return false;
            }
            double v = (row + 0.5) / STEPS_PER_MODULE - MARGIN;
            int y = Math.clamp((int) Math.floor(v), 0, d - 1);
            for (int column = 0; column < stride; column++) {
                double u = (column + 0.5) / STEPS_PER_MODULE - MARGIN;
                int module = y * d + Math.clamp((int) Math.floor(u), 0, d - 1);
                float soft = (grid.sample(view, u, v) - thresholds[module]) / deviations[module];
                fine[row * stride + column] = Math.clamp(soft, -CLEAR, CLEAR);
            }
        }
        return true;
    }

    /// The energy of a node at a place is how little the modules around it, moved there, are what they must be: those
    /// of function patterns and of the quiet zone one colour, data either.
    private boolean weigh(Grid grid, SymbolVersion version, Deadline deadline) {
        Arrays.fill(energy, 0, nodes * nodes * PLACES, 0);
        int d = version.dimension();
        byte[] pattern = version.pattern();
        for (int node = 0; node < nodes * nodes; node++) {
            if (deadline.passed()) {
                return false;
            }
            int row = node / nodes;
            double u = node % nodes * grid.nodeSpacing();
            double v = row * grid.nodeSpacing();
            double total = 0;
            int first = node * PLACES;
            for (int y = nearest(v); y <= furthest(v, d); y++) {
                for (int x = nearest(u); x <= furthest(u, d); x++) {
                    double weight = (1.2 - Math.abs(x + 0.5 - u) / WINDOW) * (1.2 - Math.abs(y + 0.5 - v) / WINDOW);
                    boolean quiet = x < 0 || y < 0 || x == d || y == d;
                    weighModule(first, x, y, quiet ? -1 : pattern[y * d + x], (float) weight);
                    total += weight;
                }
            }
            for (int i = first; i < first + PLACES; i++) {
                energy[i] /= (float) total;
            }
        }
        return true;
    }

    private static int nearest(double at) {
        return (int) Math.max(-1, Math.ceil(at - WINDOW - 0.5));
    }

    private static int furthest(double at, int d) {
        return (int) Math.min(d, Math.floor(at + WINDOW - 0.5));
    }

    private void weighModule(int first, int x, int y, int sign, float weight) {
        int left = (x + MARGIN) * STEPS_PER_MODULE + 1 - REACH;
        int top = (y + MARGIN) * STEPS_PER_MODULE + 1 - REACH;
        int place = first;
        for (int j = 0; j < SIDE; j++) {
            int row = (top + j) * stride + left;
            for (int i = 0; i < SIDE; i++) {
                float light = fine[row + i];
                energy[place++] += weight * (sign == 0 ? -Math.abs(light) : 2 * sign * light);
            }
        }
    }

    /// Messages go right and down from node to node, then left and up.
    private boolean pass(Deadline deadline) {
        int last = nodes * nodes - 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int node = 0; node <= last && !deadline.passed(); node++) {
                send(node, RIGHT);
                send(node, DOWN);
            }
            for (int node = last; node >= 0 && !deadline.passed(); node--) {
                send(node, LEFT);
                send(node, UP);
            }
        }
        return !deadline.passed();
    }

    private boolean hasNeighbour(int node, int direction) {
        return switch (direction) {
            case RIGHT -> node % nodes < nodes - 1;
            case LEFT -> node % nodes > 0;
            case DOWN -> node < nodes * (nodes - 1);
            default -> node >= nodes;
        };
    }

    private int neighbour(int node, int direction) {
        return switch (direction) {
            case RIGHT -> node + 1;
            case LEFT -> node - 1;
            case DOWN -> node + nodes;
            default -> node - nodes;
        };
    }

    /// What a node says to the next: for each place of that, how well it could itself be placed.
    private void send(int node, int direction) {
        if (!hasNeighbour(node, direction)) {
            return;
        }
        int first = node * PLACES;
        float[] back = said[direction ^ 1];
        for (int i = 0; i < PLACES; i++) {
            message[i] = SHARE * belief(first + i) - back[first + i];
        }
        spreadAcross();
        spreadDown();
        float level = message[PLACES / 2]; // what all have in common says nothing and would grow without end
        float[] messages = said[direction];
        int target = neighbour(node, direction) * PLACES;
        for (int i = 0; i < PLACES; i++) {
            messages[target + i] = message[i] - level;
        }
    }

    private float belief(int at) {
        return energy[at] + said[RIGHT][at] + said[LEFT][at] + said[DOWN][at] + said[UP][at];
    }

    /// From [#message] to [#along]: the least sum of what is said and strain among the places of a row.
    private void spreadAcross() {
        System.arraycopy(message, 0, along, 0, PLACES);
        for (int row = 0; row < PLACES; row += SIDE) {
            for (int shift = 1; shift <= MOST_STRAIN; shift++) {
                float added = strain[shift];
                for (int i = row; i < row + SIDE - shift; i++) {
                    along[i] = Math.min(along[i], message[i + shift] + added);
                    along[i + shift] = Math.min(along[i + shift], message[i] + added);
                }
            }
        }
    }

    /// And back, among those of a column.
    private void spreadDown() {
        System.arraycopy(along, 0, message, 0, PLACES);
        for (int shift = 1; shift <= MOST_STRAIN; shift++) {
            float added = strain[shift];
            int away = shift * SIDE;
            for (int i = 0; i < PLACES - away; i++) {
                message[i] = Math.min(message[i], along[i + away] + added);
            }
            for (int i = away; i < PLACES; i++) {
                message[i] = Math.min(message[i], along[i - away] + added);
            }
        }
    }

    /// Row after row, each node where it goes best with those that have their place and with what the others say.
    private boolean place(Grid start, Grid mesh, Deadline deadline) {
        for (int node = 0; node < nodes * nodes; node++) {
            if (deadline.passed()) {
                return false;
            }
            int row = node / nodes;
            int best = place(node);
            places[node] = best;
            double du = (double) (best % SIDE - REACH) / STEPS_PER_MODULE;
            double dv = (double) (best / SIDE - REACH) / STEPS_PER_MODULE;
            double u = node % nodes * mesh.nodeSpacing() + du;
            double v = row * mesh.nodeSpacing() + dv;
            mesh.meshU[node] = du + start.displacementU(u, v);
            mesh.meshV[node] = dv + start.displacementV(u, v);
        }
        return true;
    }

    private int place(int node) {
        boolean left = hasNeighbour(node, LEFT);
        boolean above = hasNeighbour(node, UP);
        float least = Float.MAX_VALUE;
        int best = 0;
        for (int i = 0; i < PLACES; i++) {
            int at = node * PLACES + i;
            float sum = energy[at] + said[LEFT][at] + said[UP][at];
            sum += left ? strainBetween(i, places[node - 1]) : 0;
            sum += above ? strainBetween(i, places[node - nodes]) : 0;
            if (sum < least) {
                least = sum;
                best = i;
            }
        }
        return best;
    }

    private static float strainBetween(int a, int b) {
        int across = a % SIDE - b % SIDE;
        int down = a / SIDE - b / SIDE;
        return STIFFNESS * (across * across + down * down) / (STEPS_PER_MODULE * STEPS_PER_MODULE);
    }
}
