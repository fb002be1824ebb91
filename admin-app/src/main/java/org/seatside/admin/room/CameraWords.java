package org.seatside.admin.room;

import java.util.Optional;
import org.seatside.admin.ui.Notice;
import org.seatside.camera.SourceState;

/// What the camera's state means to the person in front of it.
final class CameraWords {
    private CameraWords() {}

    /// Empty where it was stopped: what was said last still holds.
    static Optional<Notice> of(SourceState state) {
        return Optional.ofNullable(
                switch (state) {
                    case SourceState.Starting _ -> Notice.news("tag.camera.starting");
                    case SourceState.Running _ -> Notice.news("tag.camera.running");
                    case SourceState.Waiting waiting ->
                        switch (waiting.reason()) {
                            case NO_CAMERA -> Notice.care("tag.camera.none");
                            case CAMERA_BUSY -> Notice.care("tag.camera.busy");
                            case NO_FRAMES, NO_CONNECTION, BAD_ANSWER -> Notice.care("tag.camera.silent");
                        };
                    case SourceState.Failed _ -> Notice.failed("tag.camera.failed");
                    case SourceState.Stopped _ -> null;
                });
    }
}
