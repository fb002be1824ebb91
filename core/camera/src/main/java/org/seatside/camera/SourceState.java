package org.seatside.camera;

/// What a frame source is doing. No camera, a cut cable or a wrong address are states, never exceptions.
public sealed interface SourceState {

    /// Opening the device or the connection; no frame yet.
    record Starting() implements SourceState {}

    /// Frames arrive.
    ///
    /// @param fps frames a second over the last seconds, 0 until it is known
    record Running(int width, int height, double fps) implements SourceState {}

    /// No frames now; the source goes on trying by itself.
    record Waiting(WaitReason reason) implements SourceState {}

    /// Nothing more will come until the source is started again.
    ///
    /// @param remedy one sentence for the log and for support: what to do about it
    record Failed(FailReason reason, String remedy) implements SourceState {}

    /// Not started, stopped, or at the end of a folder that is shown once.
    record Stopped() implements SourceState {}

    /// Why frames are missing for now.
    enum WaitReason {
        /// The device or connection is open but delivers nothing.
        NO_FRAMES,
        /// No camera is plugged in, or not the one that is asked for.
        NO_CAMERA,
        /// The camera cannot be opened: another program has it, or permission is missing.
        CAMERA_BUSY,
        /// The network camera cannot be reached, or the connection broke.
        NO_CONNECTION,
        /// The network camera answers, but not with a picture stream.
        BAD_ANSWER
    }

    /// Why the source gave up.
    enum FailReason {
        /// The camera library does not load on this system.
        NO_CAMERA_LIBRARY,
        /// The address is not one that can be asked for pictures.
        BAD_ADDRESS,
        /// The folder does not exist or cannot be listed.
        NO_FOLDER,
        /// The folder holds no image that can be read.
        NO_IMAGES,
        /// A defect in the program; the log has it.
        DEFECT
    }
}
