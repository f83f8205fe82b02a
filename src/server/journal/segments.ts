import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^(\d{8,})\.journal$/;

export const segmentPath = (directory: string, segment: number): string =>
  join(directory, `${String(segment).padStart(8, '0')}.journal`);

/** The numbers of the segments there are, in order. Makes the directory when it is missing. */
export async function listSegments(directory: string): Promise<number[]> {
  await mkdir(directory, { recursive: true });
  const names = await readdir(directory);
  return names
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** Makes new and changed names outlive a power cut: for that the directory has to be synced too (fsync(2)). */
export async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no directories, and keeps names by itself
  if (process.platform === 'win32') return;
  const opened = await open(directory, 'r');
  await opened.sync().finally(() => opened.close());
}

/** Makes a segment, empty, whose name outlives a power cut. */
export async function createSegment(directory: string, segment: number): Promise<FileHandle> {
  const file = await open(segmentPath(directory, segment), 'w');
  try {
    await syncDirectory(directory);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
