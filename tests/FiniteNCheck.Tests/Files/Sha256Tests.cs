using System.Security.Cryptography;
using System.Text;
using FiniteNCheck.Files;
using Xunit;

namespace FiniteNCheck.Tests.Files;

/// <summary>Our own SHA-256 against that of the system, and both against the examples of FIPS 180-4.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class Sha256Tests
{
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void Published_examples(string text, string digest)
    {
        foreach (bool bySystem in (bool[])[true, false])
        {
            using Sha256 hash = new(bySystem);
            hash.Append(Encoding.ASCII.GetBytes(text));
            Assert.Equal(digest, Convert.ToHexStringLower(hash.Finish()));
        }
    }

    [Fact]
    public void Every_length_and_every_division_into_parts_gives_the_digest_of_the_system()
    {
        byte[] data = new byte[400];
        new Random(7).NextBytes(data);
        for (int length = 0; length <= data.Length; length++)
        {
            using Sha256 hash = new(bySystem: false);
            int middle = length * 3 / 7;
            hash.Append(data.AsSpan(0, middle));
            hash.Append(data.AsSpan(middle, length - middle));
            Assert.Equal(SHA256.HashData(data.AsSpan(0, length)), hash.Finish());
        }
    }

    [Fact]
    public void Names_are_different_each_time() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => UniqueName.Next()).Distinct(StringComparer.Ordinal).Count());
}
