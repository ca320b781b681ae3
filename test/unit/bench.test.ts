// What the bench calls reached and missed: a goal must not be lost by how it is judged.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Figure } from '../bench/harness';
import { judge } from '../bench/report';

const figure = (value: number, more: Partial<Figure> = {}): Figure => ({
  name: 'a',
  value,
  unit: '×',
  against: '',
  goal: 2,
  noise: 0.1,
  ...more,
});
const failsAt = (value: number, more?: Partial<Figure>, held?: number) =>
  judge('G1', figure(value, more), false, held === undefined ? {} : { 'G1 a': { held, why: 'so' } })
    .isFailure;

test('a goal is missed by more than its noise, on the side that it has', () => {
  assert.deepEqual(
    [1.5, 2, 2.19, 2.21].map(value => failsAt(value)),
    [false, false, false, true],
  );
  assert.deepEqual(
    [3, 2, 1.81, 1.79].map(value => failsAt(value, { isLeast: true })),
    [false, false, false, true],
  );
});

test('a goal that is not reached fails only where it gets worse than it is held to', () => {
  assert.deepEqual(
    [3, 5.4, 5.6].map(value => failsAt(value, {}, 5)),
    [false, false, true],
  );
  assert.match(
    judge('G1', figure(3), false, { 'G1 a': { held: 5, why: 'so' } }).outcome,
    /not reached \(held to 5/,
  );
  assert.match(
    judge('G1', figure(2), false, { 'G1 a': { held: 5, why: 'so' } }).outcome,
    /take it off the list/,
  );
});

test('what is no figure fails in every form of the bench, and what cannot be measured says why', () => {
  for (const isShort of [true, false]) assert.ok(judge('G1', figure(NaN), isShort).isFailure);
  assert.ok(!judge('G1', figure(99), true).isFailure);
  assert.deepEqual(judge('G9', { name: 'a', why: 'lnav is not installed' }, false), {
    outcome: 'not measured: lnav is not installed',
    isFailure: false,
  });
});
