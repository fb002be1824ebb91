package org.seatside.qr.engine;

/// The copies of a picture that passes work on, each made when first asked for, in buffers that are kept.
final class PictureCopies {
    private final Binarizer binarizer = new Binarizer();
    private final Planes planes = new Planes();
    private final GreyView grey = new GreyView();
    private final GreyView binaryView = new GreyView();
    private final GreyView invertedGrey = new GreyView();
    private final GreyView invertedBinaryView = new GreyView();
    private final GreyView halfView = new GreyView();
    private final Scene scene = new Scene(grey, binaryView);
    private final Scene invertedScene = new Scene(invertedGrey, invertedBinaryView);

    private byte[] pixels = new byte[0];
    private byte[] binary = new byte[0];
    private byte[] half = new byte[0];
    private byte[] changed = new byte[0];
    private byte[] changedBinary = new byte[0];
    private int width;
    private int height;
    private boolean hasBinary;
    private boolean hasHalf;

    void open(byte[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        hasBinary = false;
        hasHalf = false;
        grey.showGrey(pixels, width, height, false);
        invertedGrey.showGrey(pixels, width, height, true);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Scene scene() {
        binary();
        return scene;
    }

    Scene invertedScene() {
        binary();
        return invertedScene;
    }

    /// The picture's own binary plane, kept for the whole picture; all other binary planes share one buffer.
    byte[] binary() {
        if (!hasBinary) {
            hasBinary = true;
            binary = Planes.grown(binary, width * height);
            binarizer.hybrid(pixels, width, height, binary);
            binaryView.showBinary(binary, width, height, false);
            invertedBinaryView.showBinary(binary, width, height, true);
        }
        return binary;
    }

    /// The binarizer takes what is uniform for paper, so it must see the inverted picture: turned round, the binary
    /// plane of light modules on grey has a ground of ink.
    byte[] invertedBinary() {
        changed = Planes.grown(changed, width * height);
        Planes.invert(pixels, width * height, changed);
        return hybrid(changed, width, height);
    }

    byte[] blockMeanBinary() {
        changedBinary = Planes.grown(changedBinary, width * height);
        binarizer.blockMean(pixels, width, height, changedBinary);
        return changedBinary;
    }

    byte[] half() {
        if (!hasHalf) {
            hasHalf = true;
            half = Planes.grown(half, (width / 2) * (height / 2));
            Planes.halve(pixels, width, height, half);
            halfView.showGrey(half, width / 2, height / 2, false);
        }
        return half;
    }

    GreyView halfView() {
        half();
        return halfView;
    }

    byte[] halfBinary() {
        return hybrid(half(), width / 2, height / 2);
    }

    byte[] quarterBinary() {
        int quarterWidth = width / 4;
        int quarterHeight = height / 4;
        changed = Planes.grown(changed, quarterWidth * quarterHeight);
        Planes.halve(half(), width / 2, height / 2, changed);
        return hybrid(changed, quarterWidth, quarterHeight);
    }

    byte[] halfSharpenedBinary() {
        byte[] source = half();
        changed = Planes.grown(changed, (width / 2) * (height / 2));
        planes.sharpen(source, width / 2, height / 2, 3, 2.5f, changed);
        return hybrid(changed, width / 2, height / 2);
    }

    byte[] sharpenedBinary() {
        changed = Planes.grown(changed, width * height);
        planes.sharpen(pixels, width, height, 5, 2.5f, changed);
        changedBinary = Planes.grown(changedBinary, width * height);
        binarizer.blockMean(changed, width, height, changedBinary);
        return changedBinary;
    }

    byte[] doubledBinary() {
        changed = Planes.grown(changed, 4 * width * height);
        planes.doubled(pixels, width, height, changed);
        return hybrid(changed, 2 * width, 2 * height);
    }

    private byte[] hybrid(byte[] source, int width, int height) {
        changedBinary = Planes.grown(changedBinary, width * height);
        binarizer.hybrid(source, width, height, changedBinary);
        return changedBinary;
    }
}
