/// Remembers where a set of states leads by a token: an open-addressing hash table.
struct TransitionTable: ~Copyable {
    /// What no key is.
    private static let free: UInt64 = .max
    private static let firstCapacity = 1 << 12

    private var keys: UnsafeMutableBufferPointer<UInt64>
    private var sets: UnsafeMutableBufferPointer<UInt32>
    private var count = 0
    private var shift: UInt64

    init() {
        keys = .allocate(capacity: Self.firstCapacity)
        keys.initialize(repeating: Self.free)
        sets = .allocate(capacity: Self.firstCapacity)
        sets.initialize(repeating: 0)
        shift = UInt64(64 - Self.firstCapacity.trailingZeroBitCount)
    }

    deinit {
        keys.deallocate()
        sets.deallocate()
    }

    @inline(__always)
    func set(for key: UInt64) -> UInt32? {
        let slot = slot(of: key)
        return keys[slot] == key ? sets[slot] : nil
    }

    mutating func insert(_ set: UInt32, for key: UInt64) {
        if count * 2 >= keys.count { grow() }
        let slot = slot(of: key)
        keys[slot] = key
        sets[slot] = set
        count += 1
    }

    mutating func removeAll() {
        keys.update(repeating: Self.free)
        count = 0
    }

    /// Where a key stands, or would stand.
    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldSets) = (keys, sets)
        defer {
            oldKeys.deallocate()
            oldSets.deallocate()
        }
        keys = .allocate(capacity: oldKeys.count * 2)
        keys.initialize(repeating: Self.free)
        sets = .allocate(capacity: oldKeys.count * 2)
        sets.initialize(repeating: 0)
        shift -= 1
        for old in oldKeys.indices where oldKeys[old] != Self.free {
            let slot = slot(of: oldKeys[old])
            keys[slot] = oldKeys[old]
            sets[slot] = oldSets[old]
        }
    }
}
