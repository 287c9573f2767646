using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FiniteNCheck.Verification.Runs;

/// <summary>JSON serialization of the files in a run directory; see <see cref="Plain"/>.</summary>
[JsonSerializable(typeof(PointDocument))]
[JsonSerializable(typeof(PointFailure))]
[JsonSerializable(typeof(PointHolder))]
[JsonSerializable(typeof(PlanDocument))]
internal sealed partial class PointJson : JsonSerializerContext
{
    /// <summary>
    /// Camel case, NaN and infinities by name, no HTML escapes; missing members and nulls are errors unless the record allows them.
    /// </summary>
    public static PointJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });
}
