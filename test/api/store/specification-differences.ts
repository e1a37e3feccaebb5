const DRIVER_FALSE = 'this driver does not send bypassDocumentValidation when it is false';
const DRIVER_ID = 'this driver replaces a null _id before it sends the document';
const DRIVER_PARTIAL = 'this driver gives a partial result of zeros where none is expected';
const CHANGE_STREAMS = 'the store has no change streams, so it keeps no pre-images';
const TIME_SERIES = 'the store has no time series collections';
const VIEWS = 'the store has no views';
const VALIDATORS = 'the store has no document validators';
const CAPPED = 'the store has no capped collections or tailable cursors';

/**
 * Specification tests that do not pass, each with its reason. The first three reasons lie outside the store;
 * the others are features that it refuses by name.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'createCollection-pre_and_post_images › createCollection with changeStreamPreAndPostImages enabled':
    CHANGE_STREAMS,
  'modifyCollection-pre_and_post_images › modifyCollection to changeStreamPreAndPostImages enabled':
    CHANGE_STREAMS,
  'timeseries-collection › createCollection with all options': TIME_SERIES,
  'timeseries-collection › insertMany with duplicate ids': TIME_SERIES,
  'timeseries-collection › createCollection with bucketing options': TIME_SERIES,
  'bypassDocumentValidation › Aggregate with $out passes bypassDocumentValidation: false': DRIVER_FALSE,
  'bypassDocumentValidation › BulkWrite passes bypassDocumentValidation: false': DRIVER_FALSE,
  'bypassDocumentValidation › FindOneAndReplace passes bypassDocumentValidation: false': DRIVER_FALSE,
  'bypassDocumentValidation › FindOneAndUpdate passes bypassDocumentValidation: false': DRIVER_FALSE,
  'bypassDocumentValidation › InsertMany passes bypassDocumentValidation: false': DRIVER_FALSE,
  'client bulkWrite partial results › partialResult is unset when first operation fails during an ordered bulk write (verbose)':
    DRIVER_PARTIAL,
  'client bulkWrite partial results › partialResult is unset when first operation fails during an ordered bulk write (summary)':
    DRIVER_PARTIAL,
  'client bulkWrite partial results › partialResult is unset when all operations fail during an unordered bulk write':
    DRIVER_PARTIAL,
  'create-null-ids › inserting _id with type null via insertOne': DRIVER_ID,
  'create-null-ids › inserting _id with type null via insertMany': DRIVER_ID,
  'create-null-ids › inserting _id with type null via bulkWrite': DRIVER_ID,
  'create-null-ids › inserting _id with type null via clientBulkWrite': DRIVER_ID,
  'estimatedDocumentCount › estimatedDocumentCount works correctly on views': VIEWS,
  'findOneAndUpdate-errorResponse › findOneAndUpdate document validation errInfo is accessible': VALIDATORS,
  'runCursorCommand › does not close the cursor when receiving an empty batch': CAPPED,
};
