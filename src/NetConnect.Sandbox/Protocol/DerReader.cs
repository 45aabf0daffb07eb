namespace NetConnect.Sandbox.Protocol;

/// <summary>Reads the elements of a DER structure one after the other. netstandard has no reader of its own.</summary>
internal sealed class DerReader(byte[] data, int start, int end)
{
    public const int Integer = 0x02;
    public const int UtcTime = 0x17;
    public const int GeneralizedTime = 0x18;
    public const int Sequence = 0x30;

    private int _at = start;

    public DerReader(byte[] data)
        : this(data, 0, data.Length)
    {
    }

    public bool IsAtEnd => _at >= end;

    /// <summary>The kind of the next element; -1 at the end.</summary>
    public int Tag => IsAtEnd ? -1 : data[_at];

    public byte[] Content => data.Skip(_at).Take(end - _at).ToArray();

    /// <summary>The next element, which must be of one kind, as a structure of its own.</summary>
    /// <exception cref="FormatException">It is not there, or reaches beyond its surroundings.</exception>
    public DerReader Read(int tag)
    {
        if (Tag != tag) throw new FormatException($"Expected an element of kind {tag:x2} at {_at}, not {Tag:x2}.");
        _at++;
        int length = Byte();
        if (length > 0x80)
        {
            int bytes = length & 0x7f;
            if (bytes > 3) throw new FormatException("An element is too long.");
            for (length = 0; bytes > 0; bytes--) length = (length << 8) | Byte();
        }
        if (length > end - _at) throw new FormatException("An element ends beyond its surroundings.");
        var content = new DerReader(data, _at, _at + length);
        _at += length;
        return content;
    }

    public void Skip() => Read(Tag);

    private int Byte() => IsAtEnd ? throw new FormatException("The structure ends too early.") : data[_at++];
}
