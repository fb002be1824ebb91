/* Stands for zxing-cpp: its C interface, with a "code" that is a row of pixels holding a length and a text. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct { int formats, textMode; } ReaderOptions;
typedef struct { const uint8_t* data; int width, height, format, rowStride, pixStride; } ImageView;
typedef struct { int row, length; const uint8_t* text; } Barcode;
typedef struct { int size; Barcode codes[16]; } Barcodes;
typedef struct { int x, y; } PointI;
typedef struct { PointI topLeft, topRight, bottomRight, bottomLeft; } Position;

static int live;

static void* owned(size_t size) { live++; return calloc(1, size); }
static void disowned(void* memory) { live--; free(memory); }
int stub_live(void) { return live; }

const char* ZXing_Version(void) { return VERSION; }
int ZXing_BarcodeFormatFromString(const char* name) { return strcmp(name, "QRCode") == 0 ? 8192 : -1; }
ReaderOptions* ZXing_ReaderOptions_new(void) {
	ReaderOptions* options = owned(sizeof(ReaderOptions));
	options->textMode = 2;
	return options;
}
void ZXing_ReaderOptions_delete(ReaderOptions* options) { disowned(options); }
#ifdef FORMATS_AS_ARRAY
void ZXing_ReaderOptions_setFormats(ReaderOptions* options, const int* formats, int count) {
	options->formats = count == 1 ? formats[0] : -1;
}
#else
void ZXing_ReaderOptions_setFormats(ReaderOptions* options, int formats) { options->formats = formats; }
#endif
void ZXing_ReaderOptions_setTextMode(ReaderOptions* options, int mode) { options->textMode = mode; }

ImageView* ZXing_ImageView_new(const uint8_t* data, int width, int height, int format, int rowStride, int pixStride) {
	ImageView* view = owned(sizeof(ImageView));
	*view = (ImageView){data, width, height, format, rowStride, pixStride};
	return view;
}
void ZXing_ImageView_delete(ImageView* view) { disowned(view); }

Barcodes* ZXing_ReadBarcodes(const ImageView* view, const ReaderOptions* options) {
	if (options->formats != 8192 || options->textMode != 0 || view->format != 0x01000000 || view->pixStride != 1)
		return NULL;
	Barcodes* barcodes = owned(sizeof(Barcodes));
	if (view->data[(view->height - 1) * view->rowStride + view->width - 1] != 77)
		return barcodes;
	for (int row = 0; row < view->height && barcodes->size < 16; row++) {
		const uint8_t* pixels = view->data + row * view->rowStride;
		if (pixels[0] > 0 && pixels[0] < view->width)
			barcodes->codes[barcodes->size++] = (Barcode){row, pixels[0], pixels + 1};
	}
	return barcodes;
}
int ZXing_Barcodes_size(const Barcodes* barcodes) { return barcodes->size; }
const Barcode* ZXing_Barcodes_at(const Barcodes* barcodes, int i) { return &barcodes->codes[i]; }
void ZXing_Barcodes_delete(Barcodes* barcodes) { disowned(barcodes); }
bool ZXing_Barcode_isValid(const Barcode* barcode) { return barcode->text[0] != '!'; }
uint8_t* ZXing_Barcode_bytes(const Barcode* barcode, int* length) {
	uint8_t* bytes = owned(barcode->length);
	*length = barcode->length;
	return memcpy(bytes, barcode->text, barcode->length);
}
char* ZXing_Barcode_text(const Barcode* barcode) {
	char* text = owned(barcode->length + 1);
	return memcpy(text, barcode->text, barcode->length);
}
#ifndef WITHOUT_POSITION
Position ZXing_Barcode_position(const Barcode* barcode) {
	int y = barcode->row;
	return (Position){{1, y}, {2, y}, {3, y + 1}, {4, y + 1}};
}
#endif
void ZXing_free(void* memory) { disowned(memory); }
