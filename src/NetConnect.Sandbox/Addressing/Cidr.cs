using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NetConnect.Sandbox.Addressing;

/// <summary>An IPv4 or IPv6 block in canonical form: bits behind the prefix are zero, as EC2 stores them.</summary>
internal sealed class Cidr : IEquatable<Cidr>
{
    private readonly byte[] _address;
    private readonly string _text;

    private Cidr(byte[] address, int length)
    {
        _address = Mask(address, length);
        Length = length;
        _text = new IPAddress(_address) + "/" + length.ToString(CultureInfo.InvariantCulture);
    }

    public int Length { get; }

    public bool IsV6 => _address.Length == 16;

    /// <summary>How many addresses the block holds; capped where an IPv6 block exceeds a long.</summary>
    public long Size => _address.Length * 8 - Length is var bits && bits < 63 ? 1L << bits : long.MaxValue;

    public static Cidr Parse(string text) =>
        TryParse(text, out Cidr? cidr) ? cidr : throw new FormatException($"'{text}' is no CIDR block.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Cidr? cidr)
    {
        cidr = null;
        string[] parts = (text ?? "").Split('/');
        if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int length)) return false;
        // IPAddress reads "10.1" and "010.0.0.1" too; an API accepts only the plain dotted form.
        if (!IPAddress.TryParse(parts[0], out IPAddress? address)) return false;
        if (address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() != parts[0] : parts[0].Contains('%')) return false;
        byte[] bytes = address.GetAddressBytes();
        if (length > bytes.Length * 8) return false;
        cidr = new Cidr(bytes, length);
        return true;
    }

    public bool Contains(Cidr other) =>
        other.IsV6 == IsV6 && other.Length >= Length && Mask(other._address, Length).SequenceEqual(_address);

    public bool Overlaps(Cidr other) => Contains(other) || other.Contains(this);

    /// <summary>The block of the given length at a position within this one.</summary>
    public Cidr Part(int length, int position)
    {
        byte[] address = (byte[])_address.Clone();
        for (int bit = length - 1, rest = position; rest > 0; bit--, rest >>= 1)
            if ((rest & 1) == 1) address[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return new Cidr(address, length);
    }

    public bool Equals(Cidr? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as Cidr);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    public override string ToString() => _text;

    private static byte[] Mask(byte[] address, int length)
    {
        byte[] masked = new byte[address.Length];
        for (int i = 0; i < masked.Length; i++)
        {
            int bits = Math.Min(8, Math.Max(0, length - i * 8));
            masked[i] = (byte)(address[i] & (0xFF << (8 - bits)));
        }
        return masked;
    }
}
